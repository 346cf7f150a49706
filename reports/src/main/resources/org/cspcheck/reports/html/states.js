// The state graph around a position: the states of the run in a line, and below each what else was possible there.
const COLUMN = 150, BEFORE = 2, AFTER = 3, COMB = 6;

class States {
  constructor(run, choose) {
    this.run = run;
    this.choose = choose;
    this.graph = el('div', {class: 'graph'});
    this.table = el('div', {class: 'scroll'});
    this.root = el('div', {}, this.graph, this.table);
  }

  show(position) {
    if (!this.run.moments) {
      this.root.replaceChildren(el('p', {class: 'note'}, 'The states of this run are not in the report.'));
      return;
    }
    this.draw(position);
    this.list(position);
  }

  draw(position) {
    const run = this.run, first = Math.max(0, position - BEFORE), last = Math.min(run.last, position + AFTER);
    const x = p => 46 + (p - first) * COLUMN, y = 34;
    const marks = [];
    let deepest = 0;
    for (let p = first; p <= last; p++) {
      const combs = this.comb(p, x(p), y, p === last);
      deepest = Math.max(deepest, combs.rows);
      if (p < last) {
        marks.push(svg('line', {class: 'spine' + (p >= position ? ' later' : ''), x1: x(p) + 13, x2: x(p + 1) - 13, y1: y, y2: y}),
          svg('text', {class: 'halo' + (run.isHidden(run.steps[p]) ? ' alternative' : ''), x: x(p) + COLUMN / 2, y: y - 9, 'text-anchor': 'middle'},
            svg('title', {}, run.label(run.steps[p])), clip(run.label(run.steps[p]), 15)));
      }
      marks.push(combs.marks);
    }
    for (let p = first; p <= last; p++) marks.push(this.node(p, x(p), y, p === position));
    if (first > 0) marks.push(svg('text', {class: 'alternative', x: 6, y: y + 4}, '…'));
    if (last < run.last) marks.push(svg('text', {class: 'alternative', x: x(last) + 22, y: y + 4}, '…'));
    else if (run.loopStart >= 0) marks.push(svg('text', {class: 'alternative', x: x(last) + 18, y: y + 4}, '↻ state ' + run.loopStart));
    const width = x(last) + 130, height = y + 28 + deepest * 16;
    this.graph.replaceChildren(svg('svg', {width, height, role: 'img', 'aria-label': 'States ' + first + ' to ' + last + ' of the run, with the alternatives at each'}, marks));
  }

  node(p, x, y, current) {
    const dead = p === this.run.last && this.run.raw.kind !== 'run' && this.run.loopStart < 0;
    return svg('g', {onclick: () => this.choose(p)},
      svg('circle', {class: 'state' + (dead ? ' dead' : '') + (current ? ' current' : ''), cx: x, cy: y, r: 13}, svg('title', {}, 'State ' + p)),
      svg('text', {x, y: y + 4, 'text-anchor': 'middle', 'font-size': p > 999 ? 8.5 : 11, 'pointer-events': 'none'}, String(p)));
  }

  comb(p, x, y, isLast) {
    const moment = this.run.moment(p);
    if (!moment) return {rows: 0, marks: []};
    const others = moment.offers.filter(offer => !offer.taken);
    const shown = others.slice(0, COMB);
    const rest = others.length - shown.length + moment.more;
    const marks = shown.map((offer, i) => {
      const at = y + 30 + i * 16, back = offer.to >= 0 ? ' → ' + offer.to : '';
      return [svg('path', {class: 'comb', d: `M${x} ${i === 0 ? y + 13 : at - 16}V${at - 4}H${x + 8}`}),
        svg('text', {class: 'alternative', x: x + 11, y: at}, svg('title', {}, this.run.label(offer.step) + back), clip(this.run.label(offer.step), 15 - back.length) + back)];
    });
    if (rest > 0) marks.push(svg('text', {class: 'alternative', x: x + 11, y: y + 30 + shown.length * 16}, 'and ' + count(rest) + ' more'));
    return {rows: shown.length + (rest > 0 ? 1 : 0), marks};
  }

  list(position) {
    const run = this.run, moment = run.moment(position);
    if (!moment) return;
    const rows = moment.offers.map(offer => el('tr', {class: offer.taken ? 'taken' : ''},
      el('td', {class: 'mono'}, run.label(offer.step)),
      el('td', {class: 'mono'}, run.names(offer.step).join(', ')),
      el('td', {}, offer.taken ? 'taken' : offer.to >= 0 ? 'leads to state ' + offer.to : ''),
      el('td', {class: 'mono'}, offer.taken ? [...new Set(run.written(moment.at).filter(place => place))].join(', ') : '')));
    this.table.replaceChildren(
      el('p', {class: 'note'}, rows.length === 0 ? 'Nothing is possible in state ' + position + '.'
        : 'Possible in state ' + position + ': ' + plural(moment.offers.length + moment.more, 'step') + '.'),
      rows.length === 0 ? '' : el('table', {}, el('thead', {}, el('tr', {}, ['event', 'processes', '', 'written at'].map(h => el('th', {scope: 'col'}, h)))), el('tbody', {}, rows)),
      moment.more > 0 ? el('p', {class: 'note'}, 'and ' + count(moment.more) + ' more') : '');
  }
}

// The sequence chart: a lifeline for each process, time downwards, one row for each step. A rendezvous is a bar with a dot on the lifeline of
// everybody who takes part. Only the rows in view exist, so its length does not matter.
const ROW = 30;

class Chart {
  constructor(run, choose) {
    this.run = run;
    this.choose = choose;
    this.everybody = false;
    this.head = el('div', {class: 'head'});
    this.body = el('div', {class: 'body'});
    this.root = el('div', {class: 'chart', tabindex: '0', role: 'group', 'aria-label': 'Sequence chart; the arrow keys move through the steps'}, this.head, this.body);
    this.root.addEventListener('scroll', () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.root);
    this.columns();
  }

  showEverybody(everybody) {
    this.everybody = everybody;
    this.columns();
    this.draw();
  }

  columns() {
    const run = this.run;
    const taking = new Set(run.steps.flatMap(step => step.slice(2)));
    this.final = finalRow(run);
    this.final.parts.forEach(p => taking.add(p));
    run.raw.waiting.forEach(w => taking.add(run.raw.processes.indexOf(w.process)));
    this.shown = run.raw.processes.map((name, p) => p).filter(p => this.everybody || taking.has(p));
    const longest = Math.max(6, ...this.shown.map(p => run.raw.processes[p].length));
    this.column = Math.min(170, Math.max(84, Math.min(longest, 20) * 7.4 + 22));
    this.left = 58;
    this.x = new Map(this.shown.map((p, i) => [p, this.left + this.column * (i + .5)]));
    const reach = (parts, label) => Math.min(...parts.map(p => this.x.get(p) || this.left), this.left + this.column * this.shown.length) + label.length * 7.4 + 24;
    this.width = run.steps.reduce((most, step) => Math.max(most, reach(step.slice(2), run.label(step))), this.left + this.column * this.shown.length + 220);
    this.width = Math.max(this.width, reach(this.final.parts, this.final.label));
    this.rows = run.last + 1;
    this.body.style.height = this.rows * ROW + 14 + 'px';
    this.body.style.width = this.head.style.width = this.width + 'px';
    this.head.replaceChildren(svg('svg', {width: this.width, height: 32, 'aria-hidden': 'true'},
      this.shown.map(p => svg('text', {x: this.x.get(p), y: 21, 'text-anchor': 'middle', 'font-weight': 600},
        svg('title', {}, run.raw.processes[p]), clip(run.raw.processes[p], Math.floor(this.column / 7.4))))));
  }

  show(position) {
    this.position = position;
    const row = Math.min(Math.max(position - 1, 0), this.rows - 1);
    const top = row * ROW, view = this.root.clientHeight - 40;
    if (top < this.root.scrollTop || (position === this.run.last ? top + 2 * ROW : top + ROW) > this.root.scrollTop + view) {
      this.root.scrollTop = Math.max(0, top - view / 2);
    }
    const step = this.run.steps[position - 1];
    if (step && step.length > 2) {
      const first = this.x.get(step[2]);
      if (first < this.root.scrollLeft + this.left || first > this.root.scrollLeft + this.root.clientWidth - 90) {
        this.root.scrollLeft = Math.max(0, first - this.root.clientWidth / 3);
      }
    }
    this.draw();
  }

  draw() {
    const from = Math.max(0, Math.floor(this.root.scrollTop / ROW) - 6);
    const to = Math.min(this.rows, from + Math.ceil(this.root.clientHeight / ROW) + 14);
    const height = (to - from) * ROW + 14;
    const leftEdge = this.root.scrollLeft - 200, rightEdge = this.root.scrollLeft + this.root.clientWidth + 200;
    const lines = this.shown.filter(p => this.x.get(p) > leftEdge && this.x.get(p) < rightEdge)
      .map(p => svg('line', {class: 'lifeline', x1: this.x.get(p), x2: this.x.get(p), y1: 0, y2: height}));
    this.wide = Math.max(this.width, this.root.clientWidth);
    const rows = [];
    for (let row = from; row < to; row++) rows.push(this.row(row, (row - from) * ROW));
    this.body.replaceChildren(svg('svg', {width: this.wide, height, style: 'top:' + from * ROW + 'px', role: 'presentation'}, lines, rows, this.loop(from, to)));
  }

  row(row, y) {
    const isFinal = row === this.run.last;
    const here = !isFinal && row === this.position - 1;
    const step = isFinal ? null : this.run.steps[row];
    const choose = () => this.choose(isFinal ? this.run.last : row + 1);
    const parts = isFinal ? this.final.parts : step.slice(2);
    const label = isFinal ? this.final.label : this.run.label(step);
    const kind = isFinal ? (this.final.bad ? 'is-bad' : 'is-hidden') : this.run.isHidden(step) ? 'is-hidden' : '';
    return svg('g', {class: kind},
      here ? svg('rect', {class: 'here', x: 0, y, width: this.wide, height: ROW}) : null,
      isFinal ? null : svg('text', {class: 'number', x: this.left - 14, y: y + 21}, String(row + 1)),
      this.bar(parts, y, label, isFinal && this.final.stuck),
      svg('rect', {class: 'row-hit', x: 0, y, width: this.wide, height: ROW, onclick: choose}));
  }

  bar(parts, y, label, stuck) {
    const xs = parts.filter(p => this.x.has(p)).map(p => this.x.get(p)).sort((a, b) => a - b);
    const at = y + 19;
    if (xs.length === 0) return svg('text', {class: 'halo', x: Math.max(this.shown.length > 0 ? this.x.get(this.shown[0]) : this.left, this.root.scrollLeft) + 9, y: at + 4}, label);
    const marks = xs.map(x => stuck
      ? svg('path', {class: 'cross', d: `M${x - 5} ${at - 5}l10 10m0 -10l-10 10`})
      : svg('circle', {class: 'dot', cx: x, cy: at, r: 4.5}));
    const single = xs.length === 1 || stuck;
    return [
      single ? null : svg('line', {class: 'bar', x1: xs[0], x2: xs[xs.length - 1], y1: at, y2: at}),
      marks,
      svg('text', {class: 'halo', x: Math.max(xs[0], Math.min(this.root.scrollLeft, xs[xs.length - 1] - 60)) + (stuck ? 11 : 9), y: single ? at + 4 : at - 5}, label)];
  }

  loop(from, to) {
    const start = this.run.loopStart;
    if (start < 0 || to <= start) return null;
    const top = (Math.max(start, from - 1) - from) * ROW + 3, bottom = (Math.min(this.run.last, to + 1) - from) * ROW - 1;
    return svg('g', {class: 'is-bad'},
      svg('path', {class: 'loop', d: `M16 ${top}h-8v${bottom - top}h8`}),
      start >= from ? svg('text', {x: 20, y: top + 16, 'font-size': 13}, '↻') : null);
  }
}

// What stands below the last step: the event that was not allowed, who is stuck, or just the end.
function finalRow(run) {
  const raw = run.raw;
  const bad = (label, parts, stuck) => ({label, parts: parts || [], bad: true, stuck});
  const after = run.moment(run.last);
  const offered = after && after.offers.find(offer => run.event(offer.step) === raw.event);
  const parts = offered ? offered.step.slice(2) : [];
  switch (raw.kind) {
    case 'deadlock': return bad('deadlock', raw.waiting.map(w => raw.processes.indexOf(w.process)), true);
    case 'trace': return bad(raw.event + ' is not allowed here', parts);
    case 'forbidden-event': return bad(raw.event + ' must never happen', parts);
    case 'exception': return bad(raw.event || 'an exception', parts);
    case 'nondeterminism': return bad(raw.event + (run.isSecond ? ' can be refused' : ' can happen'), run.isSecond ? [] : parts);
    case 'refusal': return bad(raw.event ? raw.event + ' can be refused' : 'offers too little', []);
    case 'divergence': return bad('and so on for ever', []);
    case 'no-such-run': return bad(raw.event ? 'no run goes on with ' + raw.event : 'no such run', []);
    default: return {label: raw.end || 'done', parts: [], bad: false, stuck: false};
  }
}

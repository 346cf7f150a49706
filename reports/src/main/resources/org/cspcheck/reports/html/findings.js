// What was allowed against what happened, who waits for whom, and mistakes in the specs.
const MOST_EVENTS = 60;

// The marked ones first.
function events(names, mark) {
  return names.length === 0 ? el('p', {class: 'note'}, 'nothing')
    : el('ul', {class: 'events'}, names.slice().sort((a, b) => (mark(b) ? 1 : 0) - (mark(a) ? 1 : 0)).slice(0, MOST_EVENTS).map(name => el('li', {class: mark(name)}, name)),
      names.length > MOST_EVENTS ? el('li', {class: 'more'}, 'and ' + count(names.length - MOST_EVENTS) + ' more') : '');
}

function contrast(raw) {
  const offers = new Set(raw.offers), set = (title, list) => el('div', {}, el('h4', {}, title), list);
  switch (raw.kind) {
    case 'trace': {
      if (raw.recorded) return '';
      const allowed = [...new Set(raw.allowed.flat())];
      return section('Allowed against happened', el('div', {class: 'sets'},
        set('The specification allows', events(allowed, () => '')),
        set('The process offers', events(raw.offers, name => allowed.includes(name) ? '' : 'bad'))));
    }
    case 'refusal':
      return section('Allowed against happened', el('div', {class: 'sets'},
        set('The process offers, and nothing else', events(raw.offers, () => '')),
        set('The specification asks for ' + (raw.allowed.length > 1 ? 'all of one of these' : 'all of these') + ' (dashed: missing)',
          raw.event ? events([raw.event], () => 'miss bad') : raw.allowed.length === 0 ? el('p', {class: 'note'}, 'no stable state: it goes on internally there, for ever')
            : raw.allowed.map(needed => el('div', {style: 'margin-bottom:.5rem'}, events(needed, name => offers.has(name) ? '' : 'miss bad'))))));
    case 'nondeterminism':
    case 'no-such-run':
    case 'forbidden-event':
      return section('What it offers at the end', events(raw.offers, name => name === raw.event ? 'bad' : ''));
    default: return '';
  }
}

// What the specification allows in the state of a position; beside a log, where the next event stands in it.
class Along {
  constructor(run) {
    this.run = run;
    this.root = el('div', {'data-view': 'along'});
  }

  static has(run) { return !run.isSecond && ((run.raw.along || []).length > 0 || Boolean(run.raw.recorded)); }

  show(position) {
    const run = this.run, allowed = run.allowed(position), last = position === run.last;
    const next = last ? run.raw.event : run.isHidden(run.steps[position]) ? '' : run.event(run.steps[position]);
    const line = last ? (run.raw.recorded ? run.raw.recorded.place : '') : run.line(position);
    const isAllowed = allowed && allowed.includes(next);
    this.root.replaceChildren(
      next ? el('p', {}, 'In state ' + position + ' comes ', el('code', {class: isAllowed || !allowed ? '' : 'bad'}, next), line ? ' (' + line + ')' : '', '.')
        : el('p', {class: 'note'}, last ? (line ? 'The end, at ' + line + '.' : 'The end of the run.') : 'An internal step comes in state ' + position + ': the specification stays where it is.'),
      allowed ? events(allowed, name => name === next ? 'taken' : '') : el('p', {class: 'note'}, 'What the specification allows here is not in the report.'));
  }
}

function refusers(raw) {
  const unreplayed = raw.recorded && raw.recorded.unreplayed ? el('p', {class: 'note'}, 'This was not replayed: ' + raw.recorded.unreplayed + '.') : '';
  if (!raw.recorded || raw.recorded.refusers.length === 0) return unreplayed;
  const list = names => names.length === 0 ? 'nothing' : shortened(names).join(', ');
  const rows = raw.recorded.refusers.map(refuser => el('tr', {}, el('td', {class: 'mono'}, refuser.process), el('td', {class: 'mono'}, list(refuser.offered)),
    el('td', {class: 'mono'}, refuser.path ? list(refuser.path) : ''),
    el('td', {class: 'mono'}, refuser.causes.map(cause => el('div', {}, cause.event + ' (' + cause.place + ')')))));
  return section(raw.kind === 'refusal' ? 'Who offered it' : 'Who refused it', el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Who refused it'}, el('table', {},
    el('thead', {}, el('tr', {}, ['process', 'allows', 'as after', 'its last events'].map(h => el('th', {scope: 'col'}, h)))), el('tbody', {}, rows))), unreplayed);
}

function coverage(check) {
  if (!check.coverage) return '';
  return section('Coverage',
    el('p', {}, check.coverage.unseen.length === 0 ? 'Every event of the specification was seen.' : 'Events that no log has shown:'),
    check.coverage.unseen.length === 0 ? '' : events(check.coverage.unseen, () => 'miss'),
    el('div', {class: 'scroll', style: 'max-height:24rem;overflow:auto', tabindex: '0', role: 'region', 'aria-label': 'Coverage'}, el('table', {},
      el('thead', {}, el('tr', {}, ['process', 'states visited'].map(h => el('th', {scope: 'col'}, h)))),
      el('tbody', {}, check.coverage.processes.map(p => el('tr', {}, el('td', {class: 'mono'}, p.process),
        el('td', {}, (p.atLeast ? 'at least ' : '') + count(p.visited) + ' of ' + (p.complete ? '' : 'more than ') + count(p.states))))))));
}

function waiting(raw) {
  const waits = raw.waiting.filter(w => w.wishes.length > 0 || raw.waiting.length > 1);
  if (waits.length === 0) return '';
  const rows = waits.flatMap(w => w.wishes.length === 0
    ? [el('tr', {}, el('td', {class: 'mono'}, w.process), el('td', {}, 'nothing'), el('td', {}, ''))]
    : w.wishes.map((wish, i) => el('tr', {}, el('td', {class: 'mono'}, i === 0 ? w.process : ''), el('td', {class: 'mono'}, wish.event),
      el('td', {class: 'mono'}, wish.missing.length > 0 ? wish.missing.join(', ') : 'nobody offers it'))));
  return section('Who waits for whom',
    raw.circle.length > 0 ? el('p', {}, 'They wait in a circle: ', el('span', {class: 'mono bad'}, shortened(raw.circle).join(' → '))) : '',
    el('div', {class: 'scroll', style: 'max-height:24rem;overflow:auto', tabindex: '0', role: 'region', 'aria-label': 'Who waits for whom'},
      el('table', {}, el('thead', {}, el('tr', {}, ['process', 'is ready for', 'waits for'].map(h => el('th', {scope: 'col'}, h)))), el('tbody', {}, rows))));
}

function shortened(names) {
  return names.length <= 16 ? names : [...names.slice(0, 9), '… ' + (names.length - 15) + ' more …', ...names.slice(-6)];
}

function section(title, ...content) {
  return el('section', {}, el('h3', {}, title), content);
}

function excerpt(place) {
  if (!place.place) return '';
  return el('pre', {class: 'source'}, place.line.slice(0, place.from), el('mark', {}, place.line.slice(place.from, place.to) || ' '), place.line.slice(place.to));
}

function diagnostics() {
  return data.diagnostics.map(d => el('div', {class: 'diagnostic'},
    el('p', {}, el('span', {class: 'badge ' + (d.error ? 'bad' : 'doubt')}, d.error ? 'error' : 'warning'), el('strong', {}, d.message), ' ', el('code', {}, d.code)),
    d.place ? el('p', {class: 'note mono'}, d.place) : '', excerpt(d),
    d.cause ? el('p', {}, 'Why: ' + d.cause) : '', d.hint ? el('p', {}, 'Try: ' + d.hint) : '',
    d.notes.map(note => [el('p', {class: 'note'}, note.message + ' (' + note.place + ')'), excerpt(note)])));
}

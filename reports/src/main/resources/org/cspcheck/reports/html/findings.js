// What was allowed against what happened, who waits for whom, and mistakes in the specs.
const MOST_EVENTS = 60;

function contrast(raw) {
  const offers = new Set(raw.offers), set = (title, list) => el('div', {}, el('h4', {}, title), list);
  const events = (names, mark) => names.length === 0 ? el('p', {class: 'note'}, 'nothing')
    : el('ul', {class: 'events'}, names.slice().sort((a, b) => (mark(b) ? 1 : 0) - (mark(a) ? 1 : 0)).slice(0, MOST_EVENTS).map(name => el('li', {class: mark(name)}, name)),
      names.length > MOST_EVENTS ? el('li', {class: 'more'}, 'and ' + count(names.length - MOST_EVENTS) + ' more') : '');
  switch (raw.kind) {
    case 'trace': {
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

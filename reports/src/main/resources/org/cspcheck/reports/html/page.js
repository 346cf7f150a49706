// The page: the list of checks, the chosen one, the steps of its run, the theme, the keyboard, and what goes on paper.
const data = JSON.parse(document.getElementById('data').textContent);
const SIGN = {good: '✓', bad: '✗', doubt: '?'};
const tone = check => check.ok ? 'good' : check.verdict === 'inconclusive' ? 'doubt' : 'bad';
const badge = check => check.verdict + (check.ok && check.expected === 'fails' ? ', as expected' : !check.ok && check.verdict === 'holds' ? ', not as expected' : '');
const main = document.getElementById('main');
let chosen = -1, move = null;

function overview() {
  const by = tones => data.checks.filter(check => tones.includes(tone(check))).length;
  const parts = [[by(['good']), 'as expected'], [data.checks.filter(c => tone(c) === 'bad' && c.verdict !== 'error').length, 'not as expected'],
    [by(['doubt']), 'inconclusive'], [data.checks.filter(c => c.verdict === 'error').length, 'could not be evaluated'], [data.notStarted, 'not started']];
  const told = parts.filter(([n]) => n > 0).map(([n, words]) => count(n) + ' ' + words).join(', ');
  return (data.checks.length > 0 ? plural(data.checks.length, 'check') + ': ' + told : 'no checks') + (data.interrupted ? ' (interrupted)' : '') + ' in ' + data.time;
}

function navigation() {
  const link = (id, mark, title, small) => el('li', {}, el('a', {href: '#' + id, id: 'to-' + id}, mark, el('span', {}, title), small ? el('small', {}, small) : ''));
  const file = check => check.place.replace(/:\d+:\d+$/, '');
  const several = new Set(data.checks.map(file)).size > 1;
  const items = data.checks.flatMap((check, i) => [
    several && (i === 0 || file(check) !== file(data.checks[i - 1])) ? el('li', {class: 'file'}, file(check)) : '',
    link('check-' + i, el('span', {class: tone(check), 'aria-hidden': 'true'}, SIGN[tone(check)]), check.name, badge(check))]);
  if (data.diagnostics.length > 0) items.push(link('mistakes', el('span', {class: 'doubt', 'aria-hidden': 'true'}, '!'), plural(data.diagnostics.length, 'diagnostic'), ''));
  items.push(link('about', el('span', {'aria-hidden': 'true'}, 'i'), 'About this report', ''));
  document.getElementById('nav').replaceChildren(el('div', {class: 'inner'}, el('ol', {}, items)));
}

function route() {
  const id = location.hash.slice(1);
  const first = data.checks.findIndex(check => !check.ok);
  const check = id.match(/^check-(\d+)$/);
  document.querySelectorAll('nav a').forEach(a => a.removeAttribute('aria-current'));
  let current = id;
  move = null;
  if (check && data.checks[Number(check[1])]) show(Number(check[1]));
  else if (id === 'mistakes' && data.diagnostics.length > 0) main.replaceChildren(el('h2', {}, 'Diagnostics'), ...diagnostics());
  else if (id === 'about') about();
  else if (data.checks.length > 0) { current = 'check-' + Math.max(first, 0); show(Math.max(first, 0)); }
  else if (data.diagnostics.length > 0) { current = 'mistakes'; main.replaceChildren(el('h2', {}, 'Diagnostics'), ...diagnostics()); }
  else { current = 'about'; about(); }
  const link = document.getElementById('to-' + current);
  if (link) { link.setAttribute('aria-current', 'page'); link.scrollIntoView({block: 'nearest'}); }
}

function figures(pairs) {
  return el('dl', {class: 'figures'}, pairs.filter(([, value]) => value).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

function show(i) {
  const check = data.checks[i];
  chosen = i;
  const some = check.states > 0;
  main.replaceChildren(
    el('h2', {}, check.name),
    el('p', {class: 'about'}, el('span', {class: 'badge ' + tone(check)}, badge(check)), check.assertion === check.name ? '' : el('code', {}, check.assertion), ' ', check.place ? el('span', {class: 'mono'}, check.place) : ''),
    figures([['states', some && count(check.states)], ['transitions', some && count(check.transitions)], ['depth', some && count(check.depth)], ['time', check.time], ['expected', check.expected]]),
    check.run ? '' : el('p', {class: 'headline' + (check.ok ? ' calm' : '')}, check.sentence),
    check.run ? el('div', {id: 'run'}) : '', coverage(check), profile(check));
  if (check.run) walk(check, false);
}

function walk(check, second) {
  const raw = check.run, run = new Run(raw, second);
  const choose = position => go(position);
  const chart = new Chart(run, choose), states = new States(run, choose), network = raw.network && !second ? new Network(run) : null, along = Along.has(run) ? new Along(run) : null;
  const range = el('input', {type: 'range', min: 0, max: run.last, value: 0, 'aria-label': 'Step', oninput: event => go(Number(event.target.value))});
  const output = el('output', {});
  const button = (label, name, to) => el('button', {type: 'button', 'aria-label': name, onclick: () => go(to())}, label);
  let position = 0;
  const back = button('←', 'One step back', () => position - 1), on = button('→', 'One step on', () => position + 1);
  const start = button('⇤', 'To the start', () => 0), end = button('⇥', 'To the end', () => run.last);
  function go(to) {
    position = Math.min(Math.max(to, 0), run.last);
    range.value = position;
    output.textContent = position === 0 ? 'Start, ' + plural(run.last, 'step') : 'Step ' + count(position) + ' of ' + count(run.last);
    start.disabled = back.disabled = position === 0;
    end.disabled = on.disabled = position === run.last;
    [chart, states, network, along].forEach(view => view && view.show(position));
    document.getElementById('live').textContent = run.say(position);
  }
  const everybody = el('input', {type: 'checkbox', id: 'everybody', onchange: event => chart.showEverybody(event.target.checked)});
  const hiding = raw.processes.length > chart.shown.length;
  const both = raw.second ? ['can happen', 'can be refused'].map((words, k) => el('button', {type: 'button', 'aria-pressed': String(second === (k === 1)), onclick: () => walk(check, k === 1)}, raw.event + ' ' + words)) : '';
  const host = document.getElementById('run');
  host.replaceChildren(
    el('p', {class: 'headline' + (check.ok ? ' calm' : '')}, raw.headline),
    both ? el('p', {}, both) : '',
    el('div', {class: 'stepper', role: 'toolbar', 'aria-label': 'Steps of the run'}, start, back, on, end, range, output,
      hiding ? el('label', {for: 'everybody'}, everybody, ' all ' + count(raw.processes.length) + ' processes') : ''),
    chart.root,
    el('p', {class: 'note'}, el('kbd', {}, '←'), ' ', el('kbd', {}, '→'), ' one step, ', el('kbd', {}, 'Home'), ' ', el('kbd', {}, 'End'), ' to the ends, ',
      el('kbd', {}, 'j'), ' ', el('kbd', {}, 'k'), ' next and previous check. Dashed: hidden from outside.'),
    contrast(raw), along ? section('What the specification allows along the run', along.root) : '', refusers(raw), waiting(raw),
    raw.recorded ? '' : section('States around this step', states.root),
    network && raw.processes.length > 1 ? section('Network', network.root) : '');
  move = by => go(by === -Infinity ? 0 : by === Infinity ? run.last : position + by);
  go(run.last);
}

function about() {
  main.replaceChildren(el('h2', {}, 'About this report'),
    figures([['csp-check', data.version], ['started', data.started], ['time', data.time], ['reading', data.reading], ['threads', count(data.workers)], ['memory', data.memory]]),
    data.askingNothing.map(spec => el('p', {}, el('code', {}, spec), ' asserts nothing.')),
    section('Files', el('div', {class: 'scroll'}, el('table', {}, el('thead', {}, el('tr', {}, el('th', {scope: 'col'}, 'path'), el('th', {scope: 'col'}, 'SHA-256'))),
      el('tbody', {}, data.inputs.map(input => el('tr', {}, el('td', {class: 'mono'}, input.path), el('td', {class: 'mono'}, input.sha256))))))));
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input[type="range"]')) return;
  const jump = {ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity}[event.key];
  if (jump !== undefined && move) { event.preventDefault(); move(jump); }
  const next = {j: 1, k: -1}[event.key];
  if (next && data.checks.length > 0) location.hash = 'check-' + Math.min(Math.max(chosen + next, 0), data.checks.length - 1);
});

// On paper: every check with its run as a table, as far as anybody reads it.
window.addEventListener('beforeprint', () => {
  const MOST = 300;
  document.getElementById('paper').replaceChildren(...data.checks.map(check => {
    const run = check.run && new Run(check.run, false);
    const rows = run ? run.steps.slice(0, MOST).map((step, i) => el('tr', {}, el('td', {}, String(i + 1)), el('td', {class: 'mono'}, run.label(step)), el('td', {class: 'mono'}, run.names(step).join(', ')))) : [];
    return el('article', {}, el('h2', {}, check.name), el('p', {}, check.sentence),
      rows.length > 0 ? el('table', {}, el('tbody', {}, rows)) : '', run && run.last > MOST ? el('p', {}, 'and ' + count(run.last - MOST) + ' more steps') : '',
      check.run ? waiting(check.run) : '');
  }), ...diagnostics());
});

document.getElementById('title').textContent = data.inputs.map(input => input.path).slice(0, 3).join(', ') + (data.inputs.length > 3 ? ' and ' + (data.inputs.length - 3) + ' more' : '') || 'Report';
document.title = 'csp-check: ' + document.getElementById('title').textContent;
document.getElementById('summary').textContent = overview();
navigation();
window.addEventListener('hashchange', () => { route(); main.focus({preventScroll: true}); });
route();

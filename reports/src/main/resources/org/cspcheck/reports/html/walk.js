// The walk: each request changes it and is answered with where it stands, from which everything is drawn.
const at = id => document.getElementById(id);
const MOST = 300, MANY = 10;
let state = null, undone = [], working = false, queue = Promise.resolve();

function say(text, bad = false) { at('message').textContent = text; at('message').className = bad ? 'bad' : ''; }

// One request after the other: what is typed faster than it is answered is meant for the states to come. While a search runs, nothing is.
function ask(path, body, done) {
  if (working) return;
  queue = queue.then(() => send(path, typeof body === 'function' ? body() : body, done));
}

async function send(path, body, done) {
  if (body === null) return;
  const long = path === 'find' || path === 'check';
  const patience = setTimeout(() => { say('working …'); at('stop').hidden = !long; }, 250);
  working = long;
  try {
    const change = path !== 'state';
    const answer = await fetch(change ? path + '?' + state.version : path, change ? {method: 'POST', body: String(body)} : {});
    const text = await answer.text();
    if (answer.ok || answer.status === 409) accept(JSON.parse(text), answer.status === 409, done);
    else say(text, true);
  } catch (gone) {
    say('csp-check no longer answers: was it ended?', true);
  } finally {
    clearTimeout(patience);
    working = false;
    at('stop').hidden = true;
  }
}

function accept(next, moved, done) {
  const same = state && !moved && next.version === state.version;
  state = next;
  if (same) return;
  if (moved) undone = [];
  else if (done) done();
  draw();
  say(state.message || (state.seenAt === 0 ? 'the same state as at the start' : state.seenAt > 0 ? 'the same state as after step ' + state.seenAt : ''), moved);
}

// --- what can be asked for
const choices = () => state.choices.split(/\s+/).filter(item => item).flatMap(item => { const [choice, times] = item.split('*').map(Number); return Array(times || 1).fill(choice); });
function take(which) {
  let offer;
  ask('take', () => { offer = which(); return offer !== undefined && offer < state.offers.length ? offer : null; }, () => { undone = undone[0] === offer ? undone.slice(1) : []; });
}
function back(to) {
  ask('back', () => {
    const count = Math.max(0, to());
    if (count >= state.steps.length) return null;
    undone = choices().slice(count).concat(undone);
    return count;
  });
}
const undo = () => back(() => state.steps.length - 1);
const redo = () => take(() => undone[0]);
function redoAll() {
  if (undone.length === 0) return;
  ask('follow', () => choices().concat(undone).join(' '), () => { undone = []; });
}

// --- drawing
const mark = step => step.hidden ? 'τ ' + step.hidden : step.event === 'tau' ? 'τ' : step.event === 'tick' ? '✓ terminates' : step.event;
const some = (names, most) => names.slice(0, most).join(', ') + (names.length > most ? ' and ' + count(names.length - most) + ' more' : '');

// The keyboard stays where it was: among the steps, or in the chart.
function draw() {
  const among = ['offers', 'history'].find(id => at(id).contains(document.activeElement));
  at('title').textContent = state.spec;
  document.title = 'explore ' + state.spec;
  at('position').textContent = state.steps.length === 0 ? 'at the start' : 'after ' + plural(state.steps.length, 'step');
  at('undo').disabled = at('restart').disabled = state.steps.length === 0;
  at('redo').disabled = undone.length === 0;
  at('check').hidden = state.checks.length === 0;
  if (at('checks').options.length !== state.checks.length) at('checks').replaceChildren(...state.checks.map((name, i) => el('option', {value: i}, name)));
  at('goals').replaceChildren(...['deadlock', 'termination', ...new Set(state.parts.flatMap(part => part.readyFor).slice(0, MOST))].map(value => el('option', {value})));
  drawOffers();
  drawFindings();
  drawChart();
  drawParts();
  if (among === 'offers') (at('offers').querySelector('button') || at('undo')).focus({preventScroll: true});
  if (among === 'history' && at('history').firstChild) at('history').firstChild.focus({preventScroll: true});
}

function offered() {
  const wanted = at('narrow').hidden ? '' : at('narrow').value.trim().toLowerCase();
  return state.offers.map((step, i) => ({step, i, to: state.leadTo[i]}))
    .filter(({step}) => !wanted || (mark(step) + ' ' + step.processes.join(' ')).toLowerCase().includes(wanted));
}

function drawOffers() {
  at('narrow').hidden = state.offers.length <= MANY;
  const list = offered();
  at('offers').replaceChildren(...list.slice(0, MOST).map(({step, i, to}, key) => el('button',
    {type: 'button', class: 'offer' + (step.event === 'tau' ? ' is-hidden' : ''), onclick: () => take(() => i), onmouseenter: () => light(step.processes), onmouseleave: () => light([]),
      onfocus: () => light(step.processes), onblur: () => light([])},
    el('span', {}, key < 10 ? String(key) : ''), el('b', {}, mark(step)), el('small', {}, some(step.processes, 8), to < 0 ? '' : ' · back to ' + (to === 0 ? 'the start' : 'after step ' + to)))));
  if (list.length > MOST) at('offers').append(el('p', {class: 'note'}, 'and ' + count(list.length - MOST) + ' more: filter them'));
  else if (list.length === 0 && state.offers.length > 0) at('offers').append(el('p', {class: 'note'}, 'None of ' + plural(state.offers.length, 'step') + ' has this text.'));
  if (state.offers.length === 0) at('offers').append(el('p', {class: 'stuck' + (state.terminated ? ' calm' : '')}, state.terminated ? 'It has terminated.' : 'Deadlock: nothing can happen any more.'));
}

// What the report of a check would say here: what was allowed against what happened, who waits for whom.
function raw() {
  const found = state.finding || {kind: state.stuck ? 'deadlock' : 'run', offers: [], allowed: [], loop: []};
  const part = new Map(state.processes.map((name, p) => [name, p])), events = new Map();
  const number = name => { if (!events.has(name)) events.set(name, events.size); return events.get(name); };
  const row = step => [number(step.event), step.hidden ? number(step.hidden) : -1, ...step.processes.map(name => part.get(name))];
  const steps = state.steps.map(row), loop = found.loop.map(row), table = state.offers.map(row);
  const moments = [];
  moments[steps.length + loop.length] = table.flatMap((step, i) => [i, -1]);
  const kind = state.stuck ? 'deadlock' : found.kind;
  return {kind, event: found.event, offers: found.offers, allowed: found.allowed, steps, loop, table, moments, more: [], processes: state.processes,
    events: [...events.keys()], waiting: state.stuck ? state.waiting : [], circle: state.circle, end: state.terminated ? 'it has terminated' : 'you are here'};
}

function drawFindings() {
  const shown = raw();
  at('findings').replaceChildren(...[state.finding && state.finding.kind !== 'deadlock' ? contrast({...shown, kind: state.finding.kind}) : '', state.stuck ? waiting(shown) : ''].filter(part => part));
}

function drawChart() {
  if (state.steps.length === 0 && !state.finding && !state.stuck) {
    at('history').replaceChildren(el('p', {class: 'note'}, 'Nothing yet. Choose a step, or press its number.'));
    return;
  }
  const run = new Run(raw(), false);
  const chart = new Chart(run, row => back(() => Math.min(row, state.steps.length)));
  at('history').replaceChildren(chart.root);
  chart.show(state.finding ? run.last : state.steps.length);
  chart.root.scrollTop = chart.root.scrollHeight;
}

function drawParts() {
  const waits = new Map(state.waiting.map(w => [w.process, w.wishes]));
  const moved = new Set(state.steps.length > 0 ? state.steps[state.steps.length - 1].processes : []);
  at('parts').replaceChildren(...state.parts.map(part => {
    const wishes = waits.get(part.process) || [], blocked = new Set(wishes.map(wish => wish.event));
    const free = part.readyFor.filter(event => !blocked.has(event));
    return el('div', {class: 'component' + (moved.has(part.process) ? ' moved' : ''), 'data-process': part.process},
      el('p', {}, el('span', {class: 'name'}, part.process), ' ', el('code', {}, part.term)), source(part),
      free.length > 0 && !(free.length === 1 && part.term === free[0] + ' → …') ? el('p', {class: 'note'}, 'ready for ' + some(free, 12)) : '',
      wishes.slice(0, 6).map(wish => el('p', {class: 'note'}, wish.event + (wish.missing.length > 0 ? ' waits for ' + some(wish.missing, 6) : ': nobody offers it'))));
  }));
}

// The line, from a little before the place on.
function source(part) {
  if (!part.place) return '';
  const indent = part.line.length - part.line.trimStart().length, from = part.from - indent > 30 ? part.from - 20 : indent;
  return el('pre', {class: 'source', title: part.place}, from > indent ? '… ' : '', part.line.slice(from, part.from), el('mark', {}, part.line.slice(part.from, part.to)), part.line.slice(part.to));
}

function light(names) {
  const lit = new Set(names);
  at('parts').querySelectorAll('.component').forEach(part => part.classList.toggle('lit', lit.has(part.dataset.process)));
}

// --- controls and keys
at('undo').onclick = undo;
at('redo').onclick = redo;
at('restart').onclick = () => back(() => 0);
at('find').onsubmit = event => { event.preventDefault(); if (at('goal').value.trim()) ask('find', at('goal').value.trim(), () => { undone = []; }); };
at('check').onsubmit = event => { event.preventDefault(); ask('check', at('checks').value, () => { undone = []; }); };
at('stop').onclick = () => fetch('stop', {method: 'POST'});
at('help').onclick = () => at('keys').showModal();
at('narrow').oninput = () => drawOffers();
at('narrow').onkeydown = event => { if (event.key === 'Enter' && offered().length > 0) take(() => offered()[0].i); };
at('copy').onclick = async () => {
  try { await navigator.clipboard.writeText(state.choices); say('copied: ' + clip(state.choices, 60)); } catch (refused) { say(state.choices); }
};

function among(by) {
  const buttons = [...at('offers').querySelectorAll('button')];
  const to = buttons.indexOf(document.activeElement) + by;
  if (buttons.length > 0) buttons[Math.min(Math.max(to, 0), buttons.length - 1)].focus();
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !state || at('keys').open) return;
  if (event.key === 'Escape') { if (working) at('stop').click(); else document.activeElement.blur(); return; }
  if (event.target.matches('input, select')) return;
  const does = {Backspace: event.shiftKey ? redo : undo, Home: () => back(() => 0), End: redoAll, '/': () => at('goal').select(), '?': () => at('keys').showModal(),
    f: () => { if (!at('narrow').hidden) at('narrow').select(); }, ArrowDown: () => among(1), ArrowUp: () => among(-1)}[event.key];
  if (does) { event.preventDefault(); does(); }
  else if (/^[0-9]$/.test(event.key)) take(() => offered().map(offer => offer.i)[Number(event.key)]);
});

// Another window may have walked on.
document.addEventListener('visibilitychange', () => { if (!document.hidden && !working) ask('state'); });
window.addEventListener('focus', () => { if (!working) ask('state'); });
ask('state');

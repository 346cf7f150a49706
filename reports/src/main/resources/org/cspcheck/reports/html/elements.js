// Elements from data: texts are set as texts, so no name in a spec can become markup.
const SVG = document.getElementById('drawing').namespaceURI;

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== '') node.append(child);
  }
  return node;
}
const el = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
const svg = (name, attributes, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

const count = number => Number(number).toLocaleString('en-US');
const plural = (number, noun) => count(number) + ' ' + noun + (number === 1 ? '' : 's');
const clip = (text, most) => text.length > most ? text.slice(0, most - 1) + '…' : text;
const texts = names => el('ul', {class: 'events'}, names.map(name => el('li', {}, name)));

// A run with its tables at hand. Position p is the state after p steps; step p leads from position p to p + 1.
class Run {
  constructor(raw, second) {
    this.raw = raw;
    this.isSecond = second;
    this.steps = second ? raw.second : raw.steps.concat(raw.loop);
    this.loopStart = !second && raw.loop.length > 0 ? raw.steps.length : -1;
    this.last = this.steps.length;
    const which = second ? 'Second' : '';
    this.moments = raw['moments' + which] && raw['moments' + which].length > 0 ? raw['moments' + which] : null;
    this.more = raw['more' + which];
    this.places = raw['written' + which];
  }
  event(step) { return this.raw.events[step[0]]; }
  hidden(step) { return step[1] < 0 ? '' : this.raw.events[step[1]]; }
  isHidden(step) { return this.event(step) === 'tau'; }
  label(step) { return this.isHidden(step) ? (this.hidden(step) ? 'τ ' + this.hidden(step) : 'τ') : this.event(step) === 'tick' ? '✓ terminates' : this.event(step); }
  names(step) { return step.slice(2).map(p => this.raw.processes[p]); }
  moment(position) {
    if (!this.moments) return null;
    const at = this.loopStart >= 0 && position === this.last ? this.loopStart : position;
    const numbers = this.moments[at];
    if (!numbers) return null;
    const offers = [];
    for (let i = 0; i < numbers.length; i += 2) {
      const to = numbers[i + 1];
      offers.push({step: this.raw.table[numbers[i]], to, taken: i === 0 && at < this.last});
    }
    return {offers, more: this.more[at], at};
  }
  written(step) { return this.places && this.places[step] ? this.places[step].map(n => n < 0 ? '' : this.raw.places[n]) : []; }
  // What the specification allows in a state, the event that happens first; null where that is not known.
  allowed(position) {
    const set = !this.isSecond && this.raw.along ? this.raw.along[position] : undefined;
    return set === undefined ? null : this.raw.sets[set].map(n => this.raw.events[n]);
  }
  line(step) { return this.raw.recorded && this.raw.recorded.lines[step] !== undefined ? this.raw.places[this.raw.recorded.lines[step]] : ''; }
  say(position) {
    if (position === 0) return 'Start of ' + plural(this.last, 'step');
    const step = this.steps[position - 1];
    return 'Step ' + position + ' of ' + this.last + ': ' + this.label(step) + ' by ' + this.names(step).join(', ');
  }
}

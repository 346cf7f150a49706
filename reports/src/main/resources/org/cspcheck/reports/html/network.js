// The network: processes where the layout put them, lines for the channels that join two, knots for channels that join more.
const LABEL = 24;

class Network {
  constructor(run) {
    this.run = run;
    this.net = run.raw.network;
    this.small = this.net.parts.length <= 60;
    this.unit = this.small ? this.room() : 70;
    this.at = this.net.nodes.map(([x, y]) => ({x: x / 1000 * this.unit, y: y / 1000 * this.unit * (this.small ? .8 : 1)}));
    this.spacing = this.closeness();
    this.picked = -1;
    this.details = el('div', {'aria-live': 'polite'});
    this.canvas = svg('svg', {role: 'group', 'aria-label': 'Network of ' + plural(this.net.parts.length, 'process').replace('processs', 'processes')});
    const zoom = (factor, name, sign) => el('button', {type: 'button', 'aria-label': name, onclick: () => this.zoom(factor)}, sign);
    this.root = el('div', {},
      el('div', {class: 'network'}, el('div', {class: 'tools'}, zoom(1 / 1.3, 'Zoom in', '+'), zoom(1.3, 'Zoom out', '−'),
        el('button', {type: 'button', onclick: () => this.fit()}, 'Fit')), this.canvas), this.details);
    this.draw();
    this.fit();
    this.drag();
    this.tell();
  }

  // The length of a line that leaves room for the longest label between its two boxes.
  room() {
    const joined = new Map();
    for (const joint of this.net.joints.filter(joint => joint.parts.length === 2)) {
      const key = joint.parts.join(' ');
      joined.set(key, {parts: joint.parts, text: (joined.has(key) ? joined.get(key).text + ', ' : '') + joint.channel});
    }
    return Math.max(150, ...[...joined.values()].map(({parts, text}) =>
      Math.min(text.length, LABEL) * 6 + parts.reduce((sum, p) => sum + this.width(p) / 2, 24)));
  }

  // How far the nearest other process is, for half of them at least.
  closeness() {
    const at = this.at.slice(0, this.net.parts.length);
    const nearest = at.map((a, p) => Math.min(...at.map((b, q) => p === q ? Infinity : Math.hypot(a.x - b.x, a.y - b.y))));
    return nearest.sort((a, b) => a - b)[Math.floor(nearest.length / 2)];
  }

  width(p) { return clip(this.run.raw.processes[p], this.small ? 20 : 14).length * (this.small ? 7.3 : 4.6) + 18; }

  draw() {
    const lines = new Map();
    for (const joint of this.net.joints) {
      if (joint.parts.length === 2) this.line(lines, joint.parts[0], joint.parts[1], joint);
      else if (joint.parts.length > 2) joint.parts.forEach(part => this.line(lines, part, joint.knot, joint));
    }
    this.lines = [...lines.values()];
    this.lines.forEach(line => this.edge(line));
    this.knots = this.net.joints.filter(joint => joint.knot !== undefined).map(joint => {
      const at = this.at[joint.knot];
      const mark = svg('g', {}, svg('circle', {class: 'knot', cx: at.x, cy: at.y, r: 5}, svg('title', {}, joint.channel)),
        svg('text', {class: 'edge-label halo', x: at.x, y: at.y - 9}, joint.channel));
      return {joint, mark};
    });
    this.nodes = this.net.parts.map((part, p) => this.node(part, p));
    this.canvas.replaceChildren(...this.lines.map(line => line.path), ...this.lines.map(line => line.label).filter(label => label),
      ...this.knots.map(knot => knot.mark), ...this.nodes);
  }

  line(lines, one, other, joint) {
    const key = one + ' ' + other;
    if (!lines.has(key)) lines.set(key, {one, other, joints: []});
    lines.get(key).joints.push(joint);
  }

  edge(line) {
    const a = this.at[line.one], b = this.at[line.other];
    const channels = [...new Set(line.joints.map(joint => joint.channel))].join(', ');
    const hidden = line.joints.every(joint => joint.hidden);
    line.path = svg('line', {class: 'edge' + (hidden ? ' is-hidden' : ''), x1: a.x, y1: a.y, x2: b.x, y2: b.y}, svg('title', {}, channels));
    const toKnot = line.joints.some(joint => joint.knot !== undefined);
    line.label = toKnot || !this.small ? null : svg('text', {class: 'edge-label halo', x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 + 3}, clip(channels, LABEL));
  }

  node(part, p) {
    const at = this.at[p], name = this.run.raw.processes[p];
    const shown = clip(name, this.small ? 20 : 14), width = this.width(p);
    const pick = () => { this.picked = this.picked === p ? -1 : p; this.mark(this.on || []); this.tell(); };
    return svg('g', {class: 'part', tabindex: '0', role: 'button', 'aria-label': name, onclick: pick,
      onkeydown: event => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); pick(); } }},
      svg('title', {}, name),
      this.small ? svg('rect', {x: at.x - width / 2, y: at.y - 13, width, height: 26, rx: 7})
        : svg('circle', {cx: at.x, cy: at.y, r: 7}),
      svg('text', this.small ? {x: at.x, y: at.y + 4} : {x: at.x, y: at.y + 17, 'font-size': 8}, shown));
  }

  // The processes of the step that led to the position, and the channel that joined them.
  show(position) {
    const step = this.run.steps[position - 1];
    this.mark(step ? step.slice(2) : [], step ? (this.run.hidden(step) || this.run.event(step)).split('.')[0] : '');
  }

  mark(on, channel) {
    this.on = on;
    this.channel = channel === undefined ? this.channel : channel;
    const taking = new Set(on);
    this.nodes.forEach((node, p) => { node.classList.toggle('on', taking.has(p)); node.classList.toggle('picked', p === this.picked); });
    this.lines.forEach(line => {
      const lit = line.joints.some(joint => joint.channel === this.channel && joint.parts.length === on.length && joint.parts.every(p => taking.has(p)))
        || line.one === this.picked || line.other === this.picked;
      line.path.classList.toggle('on', lit);
      if (line.label) line.label.classList.toggle('on', lit);
    });
    this.knots.forEach(knot => knot.mark.firstChild.classList.toggle('on', knot.joint.channel === this.channel && knot.joint.parts.every(p => taking.has(p))));
  }

  tell() {
    if (this.picked < 0) {
      this.details.replaceChildren(el('p', {class: 'note'}, 'Choose a process to see its channels.'
        + (this.net.joints.some(joint => joint.hidden) ? ' Dashed lines are hidden from outside.' : '')));
      return;
    }
    const part = this.net.parts[this.picked], names = this.run.raw.processes;
    const rows = this.net.joints.filter(joint => joint.parts.includes(this.picked)).map(joint => el('tr', {},
      el('td', {class: 'mono'}, joint.channel), el('td', {}, plural(joint.events, 'event')),
      el('td', {class: 'mono'}, joint.parts.filter(p => p !== this.picked).map(p => names[p]).join(', ') || 'the outside'),
      el('td', {}, joint.hidden ? 'hidden' : '')));
    this.details.replaceChildren(
      el('p', {}, el('strong', {class: 'mono'}, names[this.picked]), part.place ? ' is written at ' : '', part.place ? el('code', {}, part.place) : ''),
      el('div', {class: 'scroll'}, el('table', {}, el('thead', {}, el('tr', {}, ['channel', '', 'with', ''].map(h => el('th', {scope: 'col'}, h)))), el('tbody', {}, rows))),
      part.complete ? '' : el('p', {class: 'note'}, 'This process has very many states; not all of its channels may be known.'));
  }

  fit() {
    const xs = this.at.map(p => p.x), ys = this.at.map(p => p.y), margin = this.small ? 90 : 40;
    const left = Math.min(...xs) - margin, top = Math.min(...ys) - 50;
    this.view = {x: left, y: top, w: Math.max(...xs) + margin - left, h: Math.max(...ys) + 50 - top};
    const least = this.small ? 900 : 400;
    if (this.view.w < least) { this.view.x -= (least - this.view.w) / 2; this.view.w = least; }
    this.place();
  }

  zoom(factor, px, py) {
    const v = this.view, cx = px === undefined ? v.x + v.w / 2 : px, cy = py === undefined ? v.y + v.h / 2 : py;
    this.view = {x: cx - (cx - v.x) * factor, y: cy - (cy - v.y) * factor, w: v.w * factor, h: v.h * factor};
    this.place();
  }

  // From far away, or where many are close, names could not be read and dots not be seen: dots keep their size on the screen, and only the names of those in the step are there.
  place() {
    const units = Math.max(this.view.w / (this.canvas.clientWidth || 900), this.view.h / (this.canvas.clientHeight || 416));
    this.canvas.classList.toggle('far', units > 2.2 || (!this.small && this.spacing / units < 48));
    this.canvas.style.setProperty('--units', units.toFixed(2));
    this.canvas.setAttribute('viewBox', [this.view.x, this.view.y, this.view.w, this.view.h].map(n => n.toFixed(1)).join(' '));
  }

  drag() {
    let from = null;
    const scale = () => Math.max(this.view.w / this.canvas.clientWidth, this.view.h / this.canvas.clientHeight);
    this.canvas.addEventListener('pointerdown', event => { from = event.target.closest('.part') ? null : {x: event.clientX, y: event.clientY}; });
    window.addEventListener('pointerup', () => { from = null; });
    this.canvas.addEventListener('pointermove', event => {
      if (!from) return;
      const by = scale();
      this.view.x -= (event.clientX - from.x) * by;
      this.view.y -= (event.clientY - from.y) * by;
      from = {x: event.clientX, y: event.clientY};
      this.place();
    });
    this.canvas.addEventListener('wheel', event => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.zoom(event.deltaY > 0 ? 1.12 : 1 / 1.12);
    }, {passive: false});
  }
}

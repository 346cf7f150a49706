// Where the time of a check went: its stages, and the components that took most.
function profile(check) {
  const costs = check.profile;
  if (!costs) return '';
  const rows = (heads, rows) => el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Where the time went'}, el('table', {class: 'costs'},
    el('thead', {}, el('tr', {}, heads.map(h => el('th', {scope: 'col'}, h)))), el('tbody', {}, rows)));
  const size = component => component.states === undefined ? [el('td', {}, 'given up'), el('td', {}, '')] : [el('td', {}, count(component.states)), el('td', {}, count(component.left))];
  const stages = costs.stages.map(s => el('tr', {}, el('td', {}, s.stage), el('td', {}, s.time), el('td', {}, s.share)));
  const components = costs.components.map(c => el('tr', {}, el('td', {class: 'mono'}, c.name), el('td', {}, c.time), el('td', {}, c.share), ...size(c), el('td', {class: 'mono'}, c.compression)));
  return section('Where the time went: ' + costs.time, rows(['stage', 'time', 'share'], stages),
    components.length === 0 ? '' : rows(['component', 'time', 'share', 'states', 'left', 'by'], components),
    costs.others === 0 ? '' : el('p', {class: 'note'}, 'and ' + plural(costs.others, 'other') + ': ' + costs.rest + ' together'));
}

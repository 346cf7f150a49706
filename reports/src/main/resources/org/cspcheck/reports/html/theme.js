// Light and dark: what the system prefers, or what was chosen.
const THEMES = ['auto', 'light', 'dark'], prefers = matchMedia('(prefers-color-scheme: dark)');
let theme = 'auto';
try { theme = THEMES.includes(localStorage.getItem('csp-check-theme')) ? localStorage.getItem('csp-check-theme') : 'auto'; } catch (e) { /* files may have no storage */ }
function paint() {
  document.documentElement.dataset.theme = theme === 'auto' ? (prefers.matches ? 'dark' : 'light') : theme;
  document.getElementById('theme').textContent = 'Theme: ' + theme;
}
document.getElementById('theme').addEventListener('click', () => {
  theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  try { localStorage.setItem('csp-check-theme', theme); } catch (e) { /* then it lasts as long as the page */ }
  paint();
});
prefers.addEventListener('change', paint);
paint();

import { languages } from '../../domain/localised.ts';
import { textSizes } from '../../renderer/look/text-sizes.ts';
import type { Picture } from './take-pictures.ts';
import { orientations } from './tour.ts';

const choices = { tour: 'Tour', language: 'Language', orientation: 'Orientation', textSize: 'Text size' } as const;

/** Opens from a folder: all that it needs is in it, but the pictures. */
export function createIndexPage(pictures: readonly Picture[], taken: string): string {
  const values = {
    tour: [...new Set(pictures.map(({ tour }) => tour))],
    language: languages.filter((language) => pictures.some((picture) => picture.language === language)),
    orientation: orientations,
    textSize: textSizes,
  };
  const selects = Object.entries(choices).map(([key, label]) => {
    const options = values[key as keyof typeof values].map((value) => `<option>${escape(value)}</option>`);
    return `<label>${label} <select id="${key}"><option value="">all</option>${options.join('')}</select></label>`;
  });
  const faults = pictures.filter(({ faults: found }) => found.length > 0).length;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Foyer: every screen</title>
<style>${style}</style>
<header>
<h1>Foyer: every screen</h1>
<p>${pictures.length} pictures, taken ${escape(taken)}; something is wrong on ${faults}.</p>
<form>
<label>Screen <input id="screen" type="search" autocomplete="off" autofocus></label>
${selects.join('\n')}
<label><input id="faulty" type="checkbox"> only with faults</label>
<output id="count"></output>
</form>
</header>
<main id="pictures">
${pictures.map(toFigure).join('\n')}
</main>
<dialog id="full" aria-labelledby="title">
<h2 id="title"></h2>
<img alt="">
<ul id="faults"></ul>
<form method="dialog"><button type="button" id="before">← Before</button><button type="button" id="next">Next →</button><button>Close</button></form>
</dialog>
<script>${script}</script>
</html>
`;
}

function toFigure(picture: Picture): string {
  const { tour, screen, language, orientation, textSize, file, faults } = picture;
  const address = file.split('/').map(encodeURIComponent).join('/');
  const title = `${screen}, ${language}, ${orientation}, ${textSize} text`;
  const about = Object.entries({ tour, screen, language, orientation, textSize, faults: faults.join('\n') })
    .map(([key, value]) => `data-${key.toLowerCase()}="${escape(value)}"`)
    .join(' ');
  const mark = faults.length === 0 ? '' : ` <b>${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}</b>`;
  return `<a href="${address}" ${about} title="${escape(title)}"><img loading="lazy" src="${address}" alt="${escape(title)}"><span>${escape(screen)} <small>${language} · ${textSize}</small>${mark}</span></a>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const style = `
:root{color-scheme:light dark;font:16px/1.4 system-ui,sans-serif}
body{margin:0}
header{position:sticky;top:0;z-index:1;padding:.75rem 1rem;background:Canvas;border-bottom:1px solid GrayText}
h1{font-size:1.1rem;margin:0}
p{margin:.2rem 0 .5rem}
header form{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center}
input,select,button{font:inherit;padding:.3rem .5rem}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:1rem;padding:1rem;align-items:end}
main a{color:inherit;text-decoration:none;display:block}
main a[hidden]{display:none}
main img{width:100%;height:auto;border:1px solid GrayText;background:#fff}
main a:focus-visible img{outline:3px solid Highlight;outline-offset:2px}
main span{display:block;font-size:.85rem}
small{opacity:.75}
b{color:#c62828}
dialog{max-width:96vw;max-height:96vh;padding:1rem;text-align:center}
dialog img{max-width:90vw;max-height:78vh;border:1px solid GrayText}
dialog h2{font-size:1rem;margin:0 0 .5rem}
dialog ul{text-align:left;margin:.5rem 0;font:13px/1.4 monospace;overflow-wrap:anywhere}
dialog form{display:flex;gap:.5rem;justify-content:center}
`;

/** Filters, and the arrow keys through what is shown. */
const script = `
const find = (id) => document.getElementById(id);
const all = [...document.querySelectorAll('main a')];
const keys = ['tour', 'language', 'orientation', 'textSize'];
let shown = all;
let place = 0;
const filter = () => {
  const wanted = find('screen').value.trim().toLowerCase();
  shown = all.filter((each) => {
    const has = (key) => find(key).value === '' || each.dataset[key.toLowerCase()] === find(key).value;
    return each.dataset.screen.toLowerCase().includes(wanted) && keys.every(has) && (!find('faulty').checked || each.dataset.faults !== '');
  });
  const visible = new Set(shown);
  for (const each of all) each.hidden = !visible.has(each);
  find('count').textContent = shown.length + ' of ' + all.length;
};
const full = find('full');
const show = (next) => {
  if (shown.length === 0) return;
  place = (next + shown.length) % shown.length;
  const each = shown[place];
  find('title').textContent = each.title;
  full.querySelector('img').src = each.href;
  full.querySelector('img').alt = each.title;
  find('faults').replaceChildren(...each.dataset.faults.split('\\n').filter(Boolean).map((fault) => {
    const line = document.createElement('li');
    line.textContent = fault;
    return line;
  }));
  if (!full.open) full.showModal();
};
find('pictures').addEventListener('click', (event) => {
  const each = event.target.closest('a');
  if (each === null || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  show(shown.indexOf(each));
});
find('before').addEventListener('click', () => show(place - 1));
find('next').addEventListener('click', () => show(place + 1));
full.addEventListener('close', () => shown[place]?.focus());
addEventListener('keydown', (event) => {
  if (full.open && event.key === 'ArrowLeft') show(place - 1);
  if (full.open && event.key === 'ArrowRight') show(place + 1);
});
document.querySelector('header form').addEventListener('submit', (event) => event.preventDefault());
document.querySelector('header form').addEventListener('input', filter);
filter();
`;

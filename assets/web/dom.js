// Elements without markup: nothing that a person or the bot wrote is ever parsed as HTML.

/** Makes an element; `on…` properties are listeners, `class` and `data-…`, `aria-…` attributes. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'class' || key.includes('-') || !(key in element)) element.setAttribute(key, value === true ? '' : value);
    else element[key] = value;
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A round mark with the first letter of a name, in a colour that stays the same for it. */
export function avatar(name, kind = '') {
  const mark = el('span', { class: `avatar ${kind}`, 'aria-hidden': 'true', 'data-letter': name.slice(0, 1).toUpperCase() });
  mark.style.setProperty('--hue', [...name].reduce((hue, letter) => (hue * 53 + letter.codePointAt(0)) % 360, 7));
  return mark;
}

export const byId = (id) => document.getElementById(id);

/** Takes the sentence away: what it asked for is done. */
export function quiet() {
  byId('notice').hidden = true;
}

let hidden;

/** One sentence at the edge of the page, gone after a while. */
export function notice(sentence) {
  const line = byId('notice');
  line.textContent = sentence;
  line.hidden = false;
  clearTimeout(hidden);
  hidden = setTimeout(() => { line.hidden = true; }, 8000);
}

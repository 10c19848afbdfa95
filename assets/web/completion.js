// A list below a text field that is walked with the arrow keys, as ARIA's combobox describes it.
import { el } from './dom.js';

let count = 0;

/**
 * Binds a list to `input`. `suggest(text)` gives (a promise of) `[{ value, label, note }]`, `choose(item)` is
 * told what was taken. Returns the element to place near the input and a way to ask again.
 */
export function complete(input, suggest, choose) {
  const id = `choices-${count += 1}`;
  const list = el('ul', { class: 'choices', id, role: 'listbox', hidden: true });
  let items = [];
  let at = -1;
  let asked = 0;

  const close = () => { list.hidden = true; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); };
  const take = (item) => { close(); choose(item); };
  const mark = (index) => {
    at = index;
    [...list.children].forEach((child, place) => child.setAttribute('aria-selected', String(place === at)));
    const marked = list.children[at];
    if (!marked) return;
    input.setAttribute('aria-activedescendant', marked.id);
    marked.scrollIntoView({ block: 'nearest' });
  };
  const ask = async () => {
    const mine = asked += 1;
    const found = await suggest(input.value);
    // An answer that comes after a newer question is of no use.
    if (mine !== asked || document.activeElement !== input) return;
    items = found;
    list.replaceChildren(...items.map((item, place) => el('li', {
      id: `${id}-${place}`, role: 'option', onmousedown: (event) => { event.preventDefault(); take(item); },
    }, el('b', {}, item.label), item.note && el('small', {}, ` ${item.note}`))));
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    mark(items.length > 0 ? 0 : -1);
  };

  for (const [key, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', id], ['aria-expanded', 'false'], ['autocomplete', 'off']]) {
    input.setAttribute(key, value);
  }
  input.addEventListener('input', ask);
  input.addEventListener('focus', ask);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (list.hidden || items.length === 0 || event.isComposing) return;
    const moves = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length };
    if (event.key in moves) mark(moves[event.key]);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && at >= 0) take(items[at]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  return { list, ask };
}

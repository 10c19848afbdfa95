// The form that a bot opens over the page.
import { byId, el } from './dom.js';

const PARAGRAPH = 2;

/** Opens it; `send` gets the rows with their values and may throw one sentence, which is shown in it. */
export function open({ title, components }, send) {
  const dialog = byId('modal');
  const inputs = components.flatMap((row) => row.components);
  // Several long fields are to be seen together.
  const rows = inputs.filter((one) => one.style === PARAGRAPH).length > 1 ? 3 : 8;
  const fields = inputs.map((one) => field(one, rows));
  const fault = el('p', { class: 'fault', role: 'alert' });
  const form = el('form', {
    method: 'dialog',
    onsubmit: async (event) => {
      event.preventDefault();
      const rows = components.map((row) => ({
        type: 1,
        components: row.components.map((one) => ({ type: 4, custom_id: one.custom_id, value: valueOf(fields, inputs.indexOf(one)) })),
      }));
      try {
        await send(rows);
        dialog.close();
      } catch (error) {
        fault.textContent = error.message;
      }
    },
  },
  el('h2', { id: 'modal-title' }, title), fields, fault,
  el('div', { class: 'controls' },
    el('button', { class: 'button secondary', type: 'button', onclick: () => dialog.close() }, 'Cancel'),
    el('button', { class: 'button primary', type: 'submit' }, 'Submit')));
  dialog.replaceChildren(form);
  dialog.showModal();
  form.querySelector('input, textarea')?.focus();
}

function valueOf(fields, index) {
  return fields[index].querySelector('input, textarea').value;
}

function field(one, rows) {
  const properties = {
    value: one.value ?? '', placeholder: one.placeholder ?? '', required: one.required !== false,
    maxLength: one.max_length ?? 4000, name: one.custom_id,
  };
  if (one.min_length) properties.minLength = one.min_length;
  const input = one.style === PARAGRAPH ? el('textarea', { ...properties, rows }) : el('input', { ...properties, type: 'text' });
  return el('label', { class: 'field' }, el('span', {}, one.label, one.required !== false && el('b', { title: 'Required' }, ' *')), input);
}

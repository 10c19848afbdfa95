// The command line: plain messages, and commands whose options are fields of their own.
import { el, notice } from './dom.js';
import { KIND, TYPE, fault, lines, matching, values } from './commands.js';
import { complete } from './completion.js';

/**
 * Fills `home`. `room` gives `commands()`, `choices(kind)`, `samples()`, `upload(file)`, `interact(body)`,
 * `autocomplete(body)` and `say(content, files)`, each for the person and channel of the moment.
 */
export function composer(home, room) {
  const state = { line: null, fields: new Map(), files: [], hasSamplesOpen: false };

  const plain = () => {
    Object.assign(state, { line: null, fields: new Map() });
    const input = el('textarea', { id: 'line', rows: 1, placeholder: 'Message or /command', 'aria-label': 'Message, or slash for commands', maxLength: 2000 });
    const { list } = complete(input, suggestCommands, (item) => command(item.value));
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send(input);
    });
    home.replaceChildren(list, tray(), el('div', { class: 'row writing' }, attach(), input,
      el('button', { class: 'button primary', type: 'button', onclick: () => send(input) }, 'Send')), samples());
    return input;
  };

  const suggestCommands = (text) => !/^\/[^\n]*$/.test(text) ? []
    : matching(lines(room.commands()), text).map((line) => ({ value: line, label: `/${line.name}`, note: line.description }));

  const send = async (input) => {
    const content = input.value.trim();
    const [line] = content.startsWith('/') ? lines(room.commands()).filter((one) => `/${one.name}` === content) : [];
    if (line) return command(line);
    const begun = content.startsWith('/') && lines(room.commands()).find((one) => content.startsWith(`/${one.name} `));
    if (begun) return notice(`Choose /${begun.name} in the list first: what it takes goes into fields of its own.`);
    if (content.startsWith('/')) return notice('The bot has no such command here: type / for the list of those it has.');
    if (!content && state.files.length === 0) return undefined;
    const files = state.files.splice(0);
    try {
      await room.say(content, files.map((file) => file.id));
      plain().focus();
    } catch (error) {
      state.files.unshift(...files);
      notice(error.message);
    }
    return undefined;
  };

  /** Shows the options of a command as fields; those that are required at once. */
  const command = (line, filled = new Map()) => {
    Object.assign(state, { line, fields: new Map() });
    const optional = line.options.filter((option) => !option.required && !filled.has(option.name));
    const fields = el('div', { class: 'options' });
    const more = el('div', { class: 'optional' }, optional.map((option) => el('button', {
      class: 'plain add', type: 'button', title: option.description,
      onclick: (event) => { event.currentTarget.remove(); fields.append(field(option)); state.fields.get(option.name).focus(); },
    }, `+ ${option.name}`)));
    fields.append(...line.options.filter((option) => option.required || filled.has(option.name)).map((option) => field(option, filled.get(option.name))));
    const form = el('form', {
      class: 'command',
      onsubmit: (event) => { event.preventDefault(); run(); },
      onkeydown: (event) => { if (event.key === 'Escape') plain().focus(); },
    },
    el('div', { class: 'row' }, el('strong', { class: 'mention' }, `/${line.name}`), el('small', {}, line.description),
      el('button', { class: 'icon', type: 'button', 'aria-label': 'Not this command', onclick: () => plain().focus() }, '✕')),
    fields, more,
    el('div', { class: 'row' }, el('button', { class: 'button primary', type: 'submit', id: 'run' }, 'Run')));
    home.replaceChildren(form, samples());
    // Files that waited for a message are what the command is about.
    for (const file of state.files.splice(0)) place(file);
    const [first] = state.fields.values();
    (first ?? form.querySelector('#run')).focus();
  };

  const field = (option, value) => {
    const make = { [TYPE.ATTACHMENT]: fileField, [TYPE.BOOLEAN]: choiceField, [TYPE.USER]: choiceField, [TYPE.CHANNEL]: choiceField, [TYPE.ROLE]: choiceField, [TYPE.MENTIONABLE]: choiceField };
    return (make[option.type] ?? textField)(option, value);
  };

  const named = (option, ...content) => el('label', { class: 'option', title: option.description, 'data-option': option.name },
    el('span', {}, option.name, option.required && el('b', { title: 'Required' }, ' *')), content);

  const textField = (option, value = '') => {
    const numeric = option.type === TYPE.INTEGER || option.type === TYPE.NUMBER;
    const input = el('input', { type: 'text', placeholder: option.description, value, inputMode: numeric ? 'decimal' : 'text', maxLength: option.max_length ?? 6000 });
    // What is shown may be longer than what is sent, as for the choices of an autocomplete.
    const chosen = { label: value, value };
    state.fields.set(option.name, { focus: () => input.focus(), value: () => (input.value === chosen.label ? chosen.value : input.value) });
    if (!option.choices?.length && !option.autocomplete) return named(option, input);
    const suggest = option.autocomplete ? (text) => room.autocomplete(body(4, option.name, text)) : (text) => matchingChoices(option.choices, text);
    const { list } = complete(input, suggest, (item) => {
      Object.assign(chosen, { label: item.label, value: String(item.value) });
      input.value = item.label;
    });
    return named(option, input, list);
  };

  const matchingChoices = (choices, text) => choices
    .filter((choice) => choice.name.toLowerCase().includes(text.toLowerCase()))
    .map((choice) => ({ value: choice.value, label: choice.name }));

  const choiceField = (option, value = '') => {
    const choices = option.type === TYPE.BOOLEAN ? [{ value: 'true', label: 'True' }, { value: 'false', label: 'False' }] : room.choices(KIND[option.type]);
    const list = el('select', {}, el('option', { value: '' }, '…'), choices.map((one) => el('option', { value: one.value, selected: one.value === value }, one.label)));
    state.fields.set(option.name, { focus: () => list.focus(), value: () => list.value });
    return named(option, list);
  };

  const fileField = (option, file) => {
    const shown = el('span', { class: 'chosen' });
    // Whoever chooses several at once means the next fields too.
    const input = el('input', { type: 'file', class: 'unseen', multiple: true, onchange: async () => { const [own, ...others] = input.files; if (own) await keep(own); await take(others); } });
    let kept;
    const set = (stored) => { kept = stored; shown.replaceChildren(...(stored ? filed(stored) : ['Choose a file, or drop or paste it'])); };
    const keep = async (chosen) => { try { set(await room.upload(chosen)); } catch (error) { notice(error.message); } };
    state.fields.set(option.name, { focus: () => input.focus(), value: () => kept?.id ?? '', set, isFree: () => !kept });
    set(file);
    return named(option, input, shown);
  };

  /** A small picture of a stored file with its name. */
  const filed = (file) => [file.content_type?.startsWith('image/') ? el('img', { src: file.url, alt: '' }) : '', ` ${file.name}`];

  /** Puts a stored file into the next attachment option that is free, making the field when needed. */
  const place = (file) => {
    const wanted = state.line.options.filter((option) => option.type === TYPE.ATTACHMENT);
    for (const option of wanted) {
      if (!state.fields.has(option.name)) {
        home.querySelector('.options').append(field(option));
        [...home.querySelectorAll('.optional .add')].find((one) => one.textContent === `+ ${option.name}`)?.remove();
      }
      const free = state.fields.get(option.name);
      if (free.isFree()) return free.set(file);
    }
    return notice(wanted.length > 0 ? `${file.name} is one too many: this command takes ${wanted.length} files.` : 'This command takes no file.');
  };

  const filledValues = () => new Map([...state.fields].map(([name, one]) => [name, one.value()]).filter(([, value]) => value !== ''));

  const body = (type, focused, text) => {
    const filled = filledValues();
    if (focused) filled.set(focused, text);
    const files = state.line.options.filter((option) => option.type === TYPE.ATTACHMENT).map((option) => option.name);
    // Discord leaves attachments out while somebody still types.
    if (focused) files.forEach((name) => filled.delete(name));
    return { type, command_id: state.line.command.id, name: state.line.command.name, options: values(state.line, filled, focused) };
  };

  const run = async () => {
    const filled = filledValues();
    const wrong = state.line.options.map((option) => fault(option, filled.get(option.name))).find(Boolean);
    if (wrong) return notice(wrong);
    try {
      await room.interact(body(2));
      plain().focus();
    } catch (error) {
      notice(error.message);
    }
    return undefined;
  };

  const tray = () => el('ul', { class: 'tray', 'aria-label': 'Attached files' }, state.files.map((file) => el('li', {}, filed(file),
    el('button', { class: 'icon', type: 'button', 'aria-label': `Take ${file.name} away`, onclick: () => { state.files.splice(state.files.indexOf(file), 1); refresh(); } }, '✕'))));

  const refresh = () => home.querySelector('.tray')?.replaceWith(tray());

  const attach = () => {
    const input = el('input', { type: 'file', multiple: true, hidden: true, onchange: () => { take([...input.files]); input.value = ''; } });
    return el('span', {}, input, el('button', { class: 'icon', type: 'button', 'aria-label': 'Attach files', onclick: () => input.click() }, '+'));
  };

  const samples = () => {
    const known = room.samples();
    return known.length > 0 && el('details', { class: 'samples', open: state.hasSamplesOpen, ontoggle: (event) => { state.hasSamplesOpen = event.currentTarget.open; } }, el('summary', {}, 'Demo screenshots'),
      el('p', {}, 'Press one to attach it, or drop and paste your own anywhere.'),
      el('div', { class: 'strip' }, known.map((sample) => el('button', {
        class: 'plain sample', type: 'button', title: sample.description ?? sample.name, onclick: () => takeSample(sample),
      }, el('img', { src: sample.url, alt: sample.name, loading: 'lazy' }), el('small', {}, sample.name)))));
  };

  const takeSample = async (sample) => {
    const blob = await (await fetch(sample.url)).blob();
    await take([new File([blob], sample.name, { type: blob.type })]);
  };

  /** Stores files and attaches them to what is being written. */
  const take = async (files) => {
    for (const file of files) {
      try {
        const stored = await room.upload(file);
        if (state.line) place(stored);
        else { state.files.push(stored); refresh(); }
      } catch (error) {
        notice(error.message);
      }
    }
  };

  plain();
  return { take, takeSample, start: (name) => { const line = lines(room.commands()).find((one) => one.name === name); if (line) command(line); return Boolean(line); }, focus: () => home.querySelector('#line, input, select, button')?.focus(), reset: plain };
}

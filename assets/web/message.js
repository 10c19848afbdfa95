// A message as Discord shows it: author, text, embeds, files, buttons and selects.
import { avatar, byId, el } from './dom.js';
import { markdown } from './markdown.js';

/** Discord's component types that can be chosen from. */
const SELECTS = { 3: 'text', 5: 'person', 6: 'role', 7: 'person or role', 8: 'channel' };
const BUTTON_STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' };

/** Another address than the web's leads nowhere. */
const web = (address) => (/^https?:\/\//i.test(address) ? address : undefined);

/**
 * The list item of a message. `room` knows the names of people and channels and what to do when a
 * control is used: `name(id)`, `press(message, control, values)`, `menu(message, at)`, `dismiss(message)`.
 */
export function show(message, room) {
  const bot = message.author.bot;
  const sent = new Date(message.timestamp);
  const name = message.author.global_name ?? message.author.username;
  return el('li', { class: classes(message), id: `message-${message.id}`, 'data-author': message.author.id },
    message.referenced_message && replied(message.referenced_message),
    message.interaction_metadata?.name && el('p', { class: 'used' },
      `${nameOf(message.interaction_metadata.user)} used `,
      el('span', { class: 'mention' }, typed(message.interaction_metadata.name, room))),
    avatar(name, bot ? 'of-bot' : ''),
    el('p', { class: 'head' },
      el('strong', { class: 'name' }, name), bot && el('span', { class: 'tag' }, 'APP'),
      el('time', { dateTime: message.timestamp }, sent.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })),
      el('button', { class: 'icon more', type: 'button', 'aria-label': `More about the message of ${name}`, onclick: (event) => room.menu(message, event.currentTarget) }, '⋯')),
    body(message, room));
}

function classes(message) {
  return ['message', message.ephemeral && 'ephemeral', message.loading && 'loading'].filter(Boolean).join(' ');
}

/** As it was typed; what came from a menu was not. */
function typed(name, room) {
  const isMenu = room.commands().some((command) => command.type > 1 && command.name === name);
  return isMenu ? name : `/${name}`;
}

const nameOf = (user) => user.global_name ?? user.username;

function replied(message) {
  const start = (message.content || 'a message without text').slice(0, 100);
  return el('p', { class: 'replied' }, `↱ ${nameOf(message.author)}: ${start}`);
}

function body(message, room) {
  if (message.loading) return el('p', { class: 'thinking' }, `${nameOf(message.author)} is thinking`, el('span', { class: 'dots', 'aria-hidden': 'true' }, '…'));
  return el('div', { class: 'body' },
    markdown(message.content ?? '', room.name),
    message.edited_timestamp && message.content && el('small', { class: 'sub' }, '(edited)'),
    message.embeds.map((one) => embed(one, message, room)),
    files(message),
    message.components.map((row) => el('div', { class: 'controls' }, row.components.map((one) => control(one, message, room)))),
    message.ephemeral && el('p', { class: 'only' }, 'Only you can see this · ',
      el('button', { class: 'plain', type: 'button', onclick: () => room.dismiss(message) }, 'Dismiss')));
}

function embed(one, message, room) {
  const title = one.title && el('p', { class: 'title' }, one.url
    ? el('a', { href: web(one.url), target: '_blank', rel: 'noopener noreferrer' }, one.title) : markdown(one.title, room.name));
  const footer = [one.footer?.text, one.timestamp && new Date(one.timestamp).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })];
  const box = el('article', { class: 'embed' },
    one.author && el('p', { class: 'by' }, one.author.name),
    title,
    one.description && el('div', { class: 'description' }, markdown(one.description, room.name)),
    one.fields?.length > 0 && el('dl', { class: 'fields' }, one.fields.map((field) => el('div', { class: field.inline ? 'inline' : 'wide' },
      el('dt', {}, markdown(field.name, room.name)), el('dd', {}, markdown(field.value, room.name))))),
    one.thumbnail && picture(address(one.thumbnail.url, message), 'Thumbnail', 'thumbnail'),
    one.image && picture(address(one.image.url, message), one.title ?? 'Picture'),
    footer.some(Boolean) && el('p', { class: 'footer' }, footer.filter(Boolean).join(' · ')));
  if (one.color) box.style.setProperty('--stripe', `#${one.color.toString(16).padStart(6, '0')}`);
  return box;
}

/** An embed may show a file of its own message. */
function address(url, message) {
  const own = /^attachment:\/\/(.+)$/.exec(url);
  return own ? message.attachments.find((file) => file.filename === own[1])?.url ?? '' : url;
}

function files(message) {
  const inEmbeds = JSON.stringify(message.embeds);
  const shown = message.attachments.filter((file) => !inEmbeds.includes(file.filename));
  return shown.length > 0 && el('div', { class: 'files' }, shown.map((file) => file.content_type?.startsWith('image/')
    ? picture(file.url, file.description ?? file.filename)
    : el('p', { class: 'file' }, el('a', { href: file.url, download: file.filename }, file.filename), ` ${size(file.size)}`)));
}

export function size(bytes) {
  return bytes < 1024 ? `${bytes} B` : bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function picture(url, text, kind = 'picture') {
  const image = el('img', { src: url, alt: text, loading: 'lazy' });
  return el('button', { class: `plain ${kind}`, type: 'button', 'aria-label': `Show ${text} large`, onclick: () => enlarge(url, text) }, image);
}

function enlarge(url, text) {
  const dialog = byId('picture');
  dialog.replaceChildren(el('button', { class: 'plain', type: 'button', 'aria-label': 'Close', onclick: () => dialog.close() }, el('img', { src: url, alt: text })));
  dialog.showModal();
}

function control(one, message, room) {
  if (one.type === 2) return button(one, message, room);
  if (one.type in SELECTS) return select(one, message, room);
  return null;
}

function emoji(one) {
  return one.emoji?.name ? `${one.emoji.name} ` : '';
}

function button(one, message, room) {
  const text = `${emoji(one)}${one.label ?? ''}`.trim();
  if (one.style === 5) return el('a', { class: 'button link', href: web(one.url), target: '_blank', rel: 'noopener noreferrer' }, text);
  return el('button', {
    class: `button ${BUTTON_STYLES[one.style] ?? 'secondary'}`, type: 'button', disabled: one.disabled === true,
    onclick: () => room.press(message, one),
  }, text);
}

function select(one, message, room) {
  const options = one.options ?? room.choices(SELECTS[one.type]);
  const most = one.max_values ?? 1;
  const placeholder = one.placeholder ?? `Choose a ${SELECTS[one.type]}`;
  const labelled = { 'aria-label': placeholder, disabled: one.disabled === true };
  if (most === 1) {
    const list = el('select', { ...labelled, class: 'select', onchange: () => { if (list.value) room.press(message, one, [list.value]); } },
      el('option', { value: '' }, placeholder),
      options.map((option) => el('option', { value: option.value, selected: option.default === true, title: option.description ?? '' }, `${emoji(option)}${option.label}`)));
    return list;
  }
  const least = one.min_values ?? 1;
  const boxes = options.map((option) => el('label', { class: 'choice' },
    el('input', { type: 'checkbox', value: option.value, checked: option.default === true, disabled: one.disabled === true }),
    ` ${emoji(option)}${option.label}`, option.description && el('small', {}, ` ${option.description}`)));
  const choose = () => {
    const values = boxes.map((box) => box.firstChild).filter((box) => box.checked).map((box) => box.value);
    if (values.length >= least && values.length <= most) room.press(message, one, values);
    else room.refuse(`Choose ${least === most ? least : `${least} to ${most}`}.`);
  };
  return el('details', { class: 'select many' }, el('summary', {}, placeholder), boxes,
    el('button', { class: 'button secondary', type: 'button', onclick: choose }, 'Choose'));
}

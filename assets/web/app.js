// The page: who one is, where one is, and what is seen there.
import { get, listen, post, upload } from './api.js';
import { menus } from './commands.js';
import { composer } from './composer.js';
import { avatar, byId, el, notice, quiet } from './dom.js';
import { show } from './message.js';
import { open } from './modal.js';

const world = await get('/api/world');
const state = { person: remembered('person', world.people), channel: null, messages: new Map(), waiting: new Map(), early: new Map(), atEnd: true, stop: () => {} };

/** What was chosen last time, if it is still there. */
function remembered(key, list) {
  const known = localStorage.getItem(`slimy-${key}`);
  return (list.find((one) => one.id === known) ?? list[0]).id;
}

const channels = () => [
  ...world.guilds.flatMap((guild) => guild.channels.map((channel) => ({ ...channel, guild }))),
  ...world.dms.filter((dm) => dm.person === state.person).map((dm) => ({ id: dm.id, name: world.bot.name, kind: 'dm', guild: null })),
];

const nameOf = (id) => [world.bot, ...world.people].find((one) => one.id === id)?.name ?? channels().find((one) => one.id === id)?.name;

/** What can be chosen, by the words that options and selects have for it. */
const CHOICES = {
  person: () => people(),
  role: () => roles(),
  'person or role': () => [...people(), ...roles()],
  channel: () => channels().filter((one) => one.kind !== 'dm').map(choice),
};
const roles = () => (here()?.guild?.roles ?? []).map(choice);
const people = () => [...world.people, world.bot].map(choice);
const choice = (one) => ({ value: one.id, label: one.name });
const here = () => channels().find((one) => one.id === state.channel);

/** Discord offers some commands in servers only. */
const isForDirect = (command) => (command.contexts ? command.contexts.includes(1) : command.dm_permission !== false);

const room = {
  name: nameOf,
  commands: () => world.commands.filter((command) => here()?.kind !== 'dm' || isForDirect(command)),
  choices: (kind) => CHOICES[kind]?.() ?? [],
  samples: () => world.samples,
  upload: (file) => { quiet(); return upload(state.person, file); },
  say: (content, files) => post('/api/messages', { as: state.person, channel: state.channel, content, files, ...(state.reply ? { reply_to: state.reply } : {}) }).then(() => { state.reply = undefined; }),
  interact: (body) => {
    // Whoever does something wants to see what comes of it.
    if (body.type !== 4) { state.atEnd = state.atEnd || body.type !== 3; quiet(); }
    return post('/api/interactions', { as: state.person, channel: state.channel, ...body });
  },
  autocomplete: async (body) => {
    const { interaction_id: id } = await room.interact(body);
    const choices = state.early.get(id) ?? await new Promise((resolve) => { state.waiting.set(id, resolve); setTimeout(() => resolve([]), 3500); });
    state.waiting.delete(id);
    state.early.delete(id);
    return choices.map((one) => ({ value: one.value, label: one.name }));
  },
  press: (message, control, values) => room.interact({
    type: 3, message_id: message.id, custom_id: control.custom_id, component_type: control.type, ...(values ? { values } : {}),
  }).catch((error) => notice(error.message)),
  refuse: notice,
  dismiss: (message) => forget(message.id),
  menu: showMenu,
};

const line = composer(byId('composer'), room);

/** Reply, and the bot's menu commands. */
function showMenu(message, button) {
  const run = (command, target) => room.interact({ type: 2, command_id: command.id, name: command.name, options: [], target_id: target }).catch((error) => notice(error.message));
  const entries = [
    el('button', { type: 'button', onclick: () => { state.reply = message.id; notice(`Your next message replies to ${message.author.username}.`); line.focus(); } }, 'Reply'),
    ...menus(room.commands(), 3).map((command) => el('button', { type: 'button', onclick: () => run(command, message.id) }, command.name)),
    ...menus(room.commands(), 2).map((command) => el('button', { type: 'button', onclick: () => run(command, message.author.id) }, command.name)),
  ];
  const menu = el('div', { class: 'menu', role: 'menu' }, entries);
  const close = () => { menu.remove(); removeEventListener('click', close); button.focus(); };
  const step = (by) => entries[(entries.indexOf(document.activeElement) + by + entries.length) % entries.length].focus();
  const keys = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Home: () => entries[0].focus(), End: () => entries.at(-1).focus(), Escape: close, Tab: close };
  menu.addEventListener('keydown', (event) => { if (event.key in keys) { event.preventDefault(); keys[event.key](); } });
  entries.forEach((entry) => entry.setAttribute('role', 'menuitem'));
  button.after(menu);
  menu.scrollIntoView({ block: 'nearest' });
  entries[0].focus();
  setTimeout(() => addEventListener('click', close));
}

function put(message) {
  if (message.channel_id !== state.channel) return;
  const list = byId('messages');
  const fresh = show(message, room);
  const old = byId(`message-${message.id}`);
  state.messages.set(message.id, message);
  byId('welcome')?.remove();
  if (old) old.replaceWith(fresh);
  else list.append(fresh);
  byId('typing').textContent = '';
  keepEnd();
  // Pictures have no height until they are there.
  fresh.querySelectorAll('img').forEach((image) => image.addEventListener('load', keepEnd));
}

/** Whoever was at the end of the messages stays there. */
function keepEnd() {
  const list = byId('messages');
  if (state.atEnd) list.scrollTop = list.scrollHeight;
}
byId('messages').addEventListener('scroll', ({ currentTarget: list }) => { state.atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 120; });
// The command line grows and shrinks.
new ResizeObserver(keepEnd).observe(byId('messages'));

function forget(id) {
  state.messages.delete(id);
  byId(`message-${id}`)?.remove();
}

const HEARD = {
  message: put,
  message_delete: ({ id }) => forget(id),
  typing: ({ channel_id: channel, user }) => { if (channel === state.channel) byId('typing').textContent = `${nameOf(user.id) ?? user.username} is typing…`; },
  modal: ({ interaction_id: id, modal }) => open(modal, (components) => room.interact({ type: 5, interaction_id: id, custom_id: modal.custom_id, components })),
  // The bot may be faster than the answer that says what was asked.
  autocomplete: ({ interaction_id: id, choices }) => (state.waiting.get(id) ?? ((early) => state.early.set(id, early)))(choices),
  failed: ({ interaction_id: id, reason }) => { state.waiting.get(id)?.([]); notice(reason); },
  commands: ({ commands }) => { world.commands = commands; },
  bot: ({ online }) => showBot(online),
  again: () => enter(state.channel),
};

function showBot(online) {
  byId('bot').textContent = online ? `${world.bot.name} is online` : `${world.bot.name} is offline`;
  byId('bot').classList.toggle('online', online);
}

/** Shows a channel from its newest messages on. */
async function enter(channel) {
  if (channel !== state.channel) byId('messages').replaceChildren();
  state.channel = channel;
  localStorage.setItem('slimy-channel', channel);
  closePlaces();
  const place = here();
  byId('title').textContent = place.kind === 'dm' ? `@ ${place.name}` : `# ${place.name}`;
  drawPlaces();
  const { messages, more } = await get('/api/messages', { as: state.person, channel, limit: 50 });
  if (channel !== state.channel) return;
  const list = byId('messages');
  state.messages.clear();
  list.replaceChildren();
  if (more) list.append(el('li', { class: 'earlier' }, el('button', { class: 'button secondary', type: 'button', onclick: earlier }, 'Earlier messages')));
  if (messages.length === 0) list.append(welcome(place));
  state.atEnd = true;
  messages.forEach(put);
  keepEnd();
}

async function earlier(event) {
  const [oldest] = state.messages.keys();
  const { messages, more } = await get('/api/messages', { as: state.person, channel: state.channel, before: oldest, limit: 50 });
  const item = event.target.closest('li');
  item.after(...messages.map((message) => show(message, room)));
  state.messages = new Map([...messages.map((message) => [message.id, message]), ...state.messages]);
  if (!more) item.remove();
}

function welcome(place) {
  const analyze = async () => {
    if (!line.start('club analyze')) return notice('The bot has not registered its commands yet.');
    for (const sample of world.samples.slice(0, 5)) await line.takeSample(sample);
    return undefined;
  };
  return el('li', { id: 'welcome', class: 'welcome' },
    el('h2', {}, place.kind === 'dm' ? `A direct line to ${world.bot.name}` : `Welcome to #${place.name}`),
    el('p', {}, 'This is a Discord on your own machine: nothing you do here leaves it. Type / to see what the bot can do, and change who you are at the top to see what others may.'),
    place.kind !== 'dm' && world.samples.length > 0 && el('button', { class: 'button primary', type: 'button', onclick: analyze }, 'Try /club analyze with five demo screenshots'));
}

function drawPlaces() {
  const link = (channel) => el('button', { class: 'plain channel', type: 'button', 'aria-current': channel.id === state.channel ? 'page' : null, onclick: () => enter(channel.id) },
    channel.kind === 'dm' ? `@ ${channel.name}` : `# ${channel.name}`);
  const direct = channels().filter((one) => one.kind === 'dm');
  byId('places').replaceChildren(...world.guilds.map((guild) => el('section', {}, el('h2', {}, guild.name),
    channels().filter((one) => one.guild?.id === guild.id).map(link))),
  direct.length > 0 ? el('section', {}, el('h2', {}, 'Direct messages'), direct.map(link)) : '');
}

function drawPeople() {
  byId('people').replaceChildren(el('legend', {}, 'You are'), ...world.people.map((person) => el('label', { class: 'person', title: person.note },
    el('input', { type: 'radio', name: 'person', value: person.id, checked: person.id === state.person, onchange: () => become(person.id) }),
    avatar(person.name), ` ${person.name} `, el('small', {}, person.role))));
}

/** Acts as somebody else from here on. */
async function become(person) {
  state.stop();
  state.person = person;
  // What one person was told is not left standing for the next.
  byId('messages').replaceChildren();
  localStorage.setItem('slimy-person', person);
  const isHere = channels().some((one) => one.id === state.channel);
  state.stop = listen(person, (name, data) => HEARD[name]?.(data));
  line.reset();
  await enter(isHere ? state.channel : channels()[0].id);
}

byId('menu').addEventListener('click', () => {
  const open = document.body.classList.toggle('places-open');
  byId('menu').setAttribute('aria-expanded', String(open));
});
const closePlaces = () => { document.body.classList.remove('places-open'); byId('menu').setAttribute('aria-expanded', 'false'); };
document.querySelector('.room').addEventListener('click', (event) => { if (!event.target.closest('#menu')) closePlaces(); });
addEventListener('keydown', (event) => { if (event.key === 'Escape') closePlaces(); });
byId('theme').addEventListener('click', () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('slimy-theme', root.dataset.theme);
});
const theme = localStorage.getItem('slimy-theme');
if (theme) document.documentElement.dataset.theme = theme;

const files = (transfer) => [...(transfer?.files ?? [])];
addEventListener('paste', (event) => { if (files(event.clipboardData).length > 0) { event.preventDefault(); line.take(files(event.clipboardData)); } });
addEventListener('dragover', (event) => { event.preventDefault(); document.body.classList.add('dropping'); });
addEventListener('dragleave', (event) => { if (!event.relatedTarget) document.body.classList.remove('dropping'); });
addEventListener('drop', (event) => { event.preventDefault(); document.body.classList.remove('dropping'); line.take(files(event.dataTransfer)); });

drawPeople();
showBot(world.bot.online === true);
state.channel = remembered('channel', channels());
await become(state.person);

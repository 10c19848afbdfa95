// Discord's markdown, as far as bots use it, into elements.
import { el } from './dom.js';

const BLOCKS = /```(?:([\w+-]+)\n)?\n?([\s\S]*?)```/g;

/** The nodes of a text; `names` says what a mention is called. */
export function markdown(text, names = () => undefined) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(BLOCKS)) {
    nodes.push(...lines(text.slice(end, match.index), names));
    nodes.push(el('pre', { tabIndex: 0 }, el('code', {}, match[2].replace(/\n$/, ''))));
    end = match.index + match[0].length;
  }
  nodes.push(...lines(text.slice(end), names));
  return nodes;
}

function lines(text, names) {
  const nodes = [];
  let list = null;
  let quote = null;
  for (const line of text.replace(/^\n|\n$/g, '').split('\n')) {
    const heading = /^(#{1,3}) (.+)/.exec(line);
    const item = /^\s*[-*] (.+)/.exec(line);
    const quoted = /^> ?(.*)/.exec(line);
    if (!item) list = null;
    if (!quoted) quote = null;
    if (heading) nodes.push(el(`h${heading[1].length + 2}`, {}, inline(heading[2], names)));
    else if (line.startsWith('-# ')) nodes.push(el('small', { class: 'sub' }, inline(line.slice(3), names)));
    else if (item) {
      if (!list) nodes.push(list = el('ul'));
      list.append(el('li', {}, inline(item[1], names)));
    } else if (quoted) {
      if (!quote) nodes.push(quote = el('blockquote'));
      quote.append(el('div', {}, inline(quoted[1], names)));
    } else if (text) nodes.push(el('div', { class: 'line' }, inline(line, names)));
  }
  return text ? nodes : [];
}

// The first that matches wins; code first, because nothing in it means anything.
const RULES = [
  [/``([^\n]+?)``|`([^`\n]+)`/, (match) => el('code', {}, match[1] ?? match[2])],
  [/\\([!-/:-@[-`{-~])/, (match) => match[1]],
  [/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, (match) => moment(Number(match[1]), match[2])],
  [/<@!?(\d+)>/, (match, names) => el('span', { class: 'mention' }, `@${names(match[1]) ?? 'somebody'}`)],
  [/<#(\d+)>/, (match, names) => el('span', { class: 'mention' }, `#${names(match[1]) ?? 'channel'}`)],
  [/<\/([^:>]+):\d+>/, (match) => el('span', { class: 'mention' }, `/${match[1]}`)],
  [/\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/, (match) => link(match[2], match[1])],
  [/<(https?:\/\/[^\s>]+)>/, (match) => link(match[1], match[1])],
  [/https?:\/\/[^\s<>]+[^\s<>.,:;"')\]]/, (match) => link(match[0], match[0])],
  [/\*\*\*(.+?)\*\*\*/, (match, names) => el('strong', {}, el('em', {}, inline(match[1], names)))],
  [/\*\*(.+?)\*\*/, (match, names) => el('strong', {}, inline(match[1], names))],
  [/__(.+?)__/, (match, names) => el('u', {}, inline(match[1], names))],
  [/~~(.+?)~~/, (match, names) => el('s', {}, inline(match[1], names))],
  [/\|\|(.+?)\|\|/, (match, names) => spoiler(inline(match[1], names))],
  [/\*([^*\s](?:[^*]*[^*\s])?)\*/, (match, names) => el('em', {}, inline(match[1], names))],
  [/(?<![\w])_([^_\s](?:[^_]*[^_\s])?)_(?!\w)/, (match, names) => el('em', {}, inline(match[1], names))],
];

function inline(text, names) {
  let first = null;
  for (const [pattern, make] of RULES) {
    const match = pattern.exec(text);
    if (match && (!first || match.index < first.match.index)) first = { match, make };
    if (first?.match.index === 0) break;
  }
  if (!first) return [text];
  const { match, make } = first;
  const after = text.slice(match.index + match[0].length);
  return [text.slice(0, match.index), make(match, names), ...inline(after, names)];
}

function link(address, text) {
  return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text);
}

function spoiler(content) {
  const cover = el('span', { class: 'spoiler', tabIndex: 0, role: 'button', 'aria-label': 'Spoiler' }, content);
  const show = () => cover.classList.add('shown');
  cover.addEventListener('click', show);
  cover.addEventListener('keydown', (event) => { if (event.key === 'Enter') show(); });
  return cover;
}

const STYLES = {
  t: { timeStyle: 'short' }, T: { timeStyle: 'medium' }, d: { dateStyle: 'short' }, D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' }, F: { dateStyle: 'full', timeStyle: 'short' },
};

function moment(seconds, style) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return '<an odd time>';
  const whole = new Intl.DateTimeFormat('en-GB', STYLES.F).format(date);
  const text = style === 'R' ? relative(date) : new Intl.DateTimeFormat('en-GB', STYLES[style ?? 'f']).format(date);
  return el('time', { dateTime: date.toISOString(), title: whole }, text);
}

const UNITS = [['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]];

export function relative(date) {
  const seconds = Math.round((date.getTime() - Date.now()) / 1000);
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

// The registered commands as lines that can be typed, and the values of their options.

export const TYPE = {
  SUB: 1, GROUP: 2, STRING: 3, INTEGER: 4, BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8, MENTIONABLE: 9, NUMBER: 10, ATTACHMENT: 11,
};

/** What an option of one of Discord's own things chooses from. */
export const KIND = { [TYPE.USER]: 'person', [TYPE.CHANNEL]: 'channel', [TYPE.ROLE]: 'role', [TYPE.MENTIONABLE]: 'person or role' };

/** Every line: `/club analyze` with its options and the path of sub-commands that leads to it. */
export function lines(commands) {
  return commands.filter((command) => (command.type ?? 1) === 1).flatMap((command) => below(command, command, []));
}

function below(command, node, path) {
  const inner = (node.options ?? []).filter((option) => option.type === TYPE.SUB || option.type === TYPE.GROUP);
  if (inner.length > 0) return inner.flatMap((option) => below(command, option, [...path, option]));
  const name = [command.name, ...path.map((option) => option.name)].join(' ');
  return [{ command, path, name, description: node.description, options: node.options ?? [] }];
}

/** Menu commands: 2 for people, 3 for messages. */
export function menus(commands, type) {
  return commands.filter((command) => command.type === type);
}

/** The line that was typed in full, those that begin with it, then those in which its words begin words. */
export function matching(all, typed) {
  const wanted = typed.replace(/^\//, '').toLowerCase();
  const words = wordsOf(wanted);
  const exact = all.filter((line) => line.name === wanted.trim());
  const begins = all.filter((line) => !exact.includes(line) && line.name.startsWith(wanted));
  const holds = all.filter((line) => !exact.includes(line) && !begins.includes(line)
    && words.every((word) => wordsOf(`${line.name} ${line.description}`).some((one) => one.startsWith(word))));
  return [...exact, ...begins, ...holds];
}

const wordsOf = (text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Discord's option values: the filled ones, inside the sub-commands that lead to them. */
export function values(line, filled, focused) {
  const leaf = line.options.filter((option) => filled.has(option.name) || option.name === focused).map((option) => ({
    name: option.name,
    type: option.type,
    value: option.name === focused ? String(filled.get(option.name) ?? '') : typed(option, filled.get(option.name)),
    ...(option.name === focused ? { focused: true } : {}),
  }));
  return line.path.reduceRight((inner, option) => [{ name: option.name, type: option.type, options: inner }], leaf);
}

function typed(option, value) {
  if (option.type === TYPE.INTEGER || option.type === TYPE.NUMBER) return Number(value);
  if (option.type === TYPE.BOOLEAN) return value === true || value === 'true';
  return value;
}

/** What is wrong with a value, in one sentence; nothing when it is fine. */
export function fault(option, value) {
  if (value === undefined || value === '') return option.required ? `Fill in ${option.name}.` : undefined;
  if (option.type === TYPE.INTEGER && !/^-?\d+$/.test(value)) return `${option.name} takes a whole number.`;
  if (option.type === TYPE.NUMBER && !Number.isFinite(Number(value))) return `${option.name} takes a number.`;
  // Some libraries register null for what they leave out.
  if (isSet(option.min_value) && Number(value) < option.min_value) return `${option.name} takes at least ${option.min_value}.`;
  if (isSet(option.max_value) && Number(value) > option.max_value) return `${option.name} takes at most ${option.max_value}.`;
  if (option.type === TYPE.STRING && option.min_length && value.length < option.min_length) return `${option.name} takes at least ${option.min_length} characters.`;
  if (option.type === TYPE.STRING && option.max_length && value.length > option.max_length) return `${option.name} takes at most ${option.max_length} characters.`;
  if (option.choices?.length && !option.choices.some((choice) => String(choice.value) === String(value))) return `${option.name} takes one of its choices.`;
  return undefined;
}

const isSet = (bound) => bound !== undefined && bound !== null;

// What the page asks of the stand-in, and what it is told.

/** Discord's own limit for a file. */
export const FILE_LIMIT = 10 * 1024 * 1024;

async function answered(asked) {
  const response = await asked.catch(() => { throw new Error('Nothing answers at this address any more: start the demo again, and load this page anew.'); });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.error ?? `The stand-in answered ${response.status}.`);
  return body;
}

export async function get(path, query = {}) {
  return answered(fetch(`${path}?${new URLSearchParams(query)}`));
}

export async function post(path, body) {
  return answered(fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }));
}

/** Stores a file as this person and gives its id, name and address. */
export async function upload(person, file) {
  if (file.size > FILE_LIMIT) throw new Error(`${file.name} is too large: a file may have at most 10 MiB.`);
  return answered(fetch(`/api/files?${new URLSearchParams({ as: person })}`, {
    method: 'POST',
    headers: {
      'content-type': file.type || 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name),
    },
    body: file,
  }));
}

const NAMES = ['message', 'message_delete', 'typing', 'modal', 'autocomplete', 'failed', 'commands', 'bot'];

/** Hears what this person may see, until the returned function is called. */
export function listen(person, hear) {
  const source = new EventSource(`/api/events?${new URLSearchParams({ as: person })}`);
  let was_lost = false;
  for (const name of NAMES) {
    source.addEventListener(name, (event) => hear(name, JSON.parse(event.data)));
  }
  source.addEventListener('error', () => { was_lost = true; });
  // What happened meanwhile is in no event.
  source.addEventListener('open', () => { if (was_lost) hear('again', {}); was_lost = false; });
  return () => source.close();
}

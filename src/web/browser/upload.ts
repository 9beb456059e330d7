// Files of forms with `data-upload` are sent part by part before their form; what breaks goes on where it stopped, as often as it takes.

const PART = 128 * 1024;
const REST_MS = 2_000;

interface Said {
  sending: string;
  broken: string;
  signedOut: string;
}
interface Arrived {
  id: string;
  received: number;
}

/** The server does not want it: it says why, in her language, when the form is sent as it is. */
class Refused extends Error {}
class SignedOut extends Error {}

export function upload(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const status = form.querySelector<HTMLElement>('[data-upload-status]');
  if (!input || !status) return;
  const said = JSON.parse(form.dataset['upload'] ?? '') as Said;
  let isSending = false;
  form.addEventListener('submit', (event) => {
    const file = input.files?.[0];
    if (!file || (file.size <= PART && !isSending)) return;
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    const tell = (words: string): void => void (status.textContent = words);
    void send(file, tell, said)
      .catch(() => null)
      .then((id) => {
        if (id !== null) {
          form.enctype = 'application/x-www-form-urlencoded';
          input.removeAttribute('name');
          const sent = Object.assign(document.createElement('input'), { type: 'hidden', name: 'upload', value: id });
          form.append(sent);
        }
        form.submit();
      });
  });
}

/** @returns the id under which the whole has arrived; null where the server refuses it. */
async function send(file: File, tell: (words: string) => void, said: Said): Promise<string | null> {
  // The same file chosen anew after the page was closed goes on as well.
  const mark = `gate.upload ${file.name} ${file.size} ${file.lastModified}`;
  let id = localStorage.getItem(mark);
  let isFromBefore = id !== null;
  let received: number | null = null;
  for (;;) {
    try {
      if (id === null) ({ id, received } = await begin(file));
      else received ??= (await ask(`/${id}`)).received;
      localStorage.setItem(mark, id);
      while (received < file.size) {
        tell(said.sending.replace('%{percent}', String(Math.floor((100 * received) / file.size))));
        ({ received } = await ask(`/${id}/parts/${received}`, { method: 'PUT', body: partOf(file, received) }));
      }
      localStorage.removeItem(mark);
      return id;
    } catch (error) {
      received = null;
      if (error instanceof Refused) {
        localStorage.removeItem(mark);
        if (!isFromBefore) return null;
        // Gone meanwhile, after a day: begun anew.
        [id, isFromBefore] = [null, false];
        continue;
      }
      tell(error instanceof SignedOut ? said.signedOut : said.broken);
      await new Promise((go) => setTimeout(go, REST_MS));
    }
  }
}

const begin = ({ name, type, size: bytes }: File): Promise<Arrived> =>
  ask('', { method: 'POST', body: JSON.stringify({ name, type, bytes }), headers: { 'content-type': 'application/json' } });

function partOf(file: File, at: number): FormData {
  const form = new FormData();
  form.append('file', file.slice(at, at + PART), file.name);
  return form;
}

async function ask(path: string, request?: RequestInit): Promise<Arrived> {
  const answer = await fetch(`/api/v1/uploads${path}`, request);
  if (answer.status === 401) throw new SignedOut();
  const isOutOfStep = answer.status === 409 && request?.method === 'PUT';
  if (!answer.ok && answer.status < 500 && answer.status !== 429 && !isOutOfStep) throw new Refused();
  if (!answer.ok) throw new Error(answer.statusText);
  return (await answer.json()) as Arrived;
}

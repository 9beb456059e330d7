// Forms inside `data-autosave` are sent by themselves after a rest, to the address they have anyway; the words for it stand in that attribute.

const REST_MS = 5_000;

interface Said {
  saving: string;
  saved: string;
  failed: string;
}

export function autosave(frame: HTMLElement): void {
  const form = frame.querySelector('form');
  const status = frame.querySelector<HTMLElement>('[data-autosave-status]');
  const version = form?.querySelector<HTMLInputElement>('[name=version]');
  if (!form || !status || !version) return;
  const said = JSON.parse(frame.dataset['autosave'] ?? '') as Said;
  let timer = 0;
  let isSending = false;
  let isLeaving = false;
  const rest = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), REST_MS);
  };
  async function send(): Promise<void> {
    // One at a time: each answer brings the version that the next one is sent with.
    if (isSending) return rest();
    if (!form || !status || !version || isLeaving) return;
    isSending = true;
    status.textContent = said.saving;
    try {
      const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
      const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
      if (answer.ok) version.value = String(((await answer.json()) as { version: number }).version);
      status.textContent = answer.ok ? said.saved : said.failed;
    } catch {
      status.textContent = said.failed;
    } finally {
      isSending = false;
    }
  }
  form.addEventListener('input', rest);
  form.addEventListener('submit', () => {
    isLeaving = true;
    clearTimeout(timer);
  });
}

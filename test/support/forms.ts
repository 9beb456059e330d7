import type { Answer, Client } from './client.js';
import type { TestApp } from './e2e.js';

/** Sends a form as a browser does. */
export async function sendForm(gate: TestApp, client: Client, url: string, fields: Record<string, string | string[]> = {}) {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
  const { statusCode, headers, body } = await gate.app.inject({
    method: 'POST',
    url,
    authority: new URL(gate.baseUrl).host,
    headers: { ...client.headers, 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(pairs).toString(),
  });
  return { status: statusCode, location: headers.location, headers, body };
}

/** Hidden fields of the forms of a page, by name. */
export const hiddenFields = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );

/** The three fields of a day such as `2026-12-01`. */
export function dayFields(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
}

/** Reads a page as a browser does. */
export const page = (client: Client, path: string): Promise<Answer> => client.get(path, { accept: 'text/html' });

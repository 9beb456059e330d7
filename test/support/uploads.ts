import type { Answer, Client } from './client.js';

interface Named {
  name?: string;
  type?: string;
}

/** A form as a browser sends it. */
export function uploadForm(contents: Buffer | string, { name = 'letter.pdf', type = 'application/pdf' }: Named = {}): FormData {
  const form = new FormData();
  form.append('file', new Blob([typeof contents === 'string' ? contents : new Uint8Array(contents)], { type }), name);
  return form;
}

export const upload = (client: Client, contents: Buffer | string, named: Named = {}): Promise<Answer> =>
  client.post('/api/v1/files', uploadForm(contents, named));

/** The smallest thing that passes for a PDF, with a mark to know it by. */
export const pdf = (mark = ''): string => `%PDF-1.4\n% ${mark}\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`;

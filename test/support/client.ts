import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Contract } from './contract.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  /** Parsed JSON, or the text when the answer is none; `any`, because a test says what it expects of it. */
  readonly body: any;
}

export type Headers = Record<string, string>;
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Speaks HTTP to an application in this process as one caller: a visitor, a session or an API key. Every answer is held to the description. */
export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly origin: string,
    private readonly identity: Headers = {},
  ) {}

  /** What identifies the caller, for requests that this class does not make. */
  get headers(): Headers {
    return { origin: this.origin, ...this.identity };
  }

  /** The same application, called with an API key. */
  withKey(key: string): Client {
    return new Client(this.app, this.origin, { authorization: `Bearer ${key}` });
  }

  /** The same application, called with the cookies of an answer (of a sign-up or sign-in). */
  withCookies({ headers }: Answer): Client {
    const cookies = [headers['set-cookie'] ?? []].flat().map((cookie) => String(cookie).split(';')[0]);
    return new Client(this.app, this.origin, { cookie: cookies.join('; ') });
  }

  get(path: string, headers: Headers = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: object = {}, headers: Headers = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }

  patch(path: string, body: object, headers: Headers = {}): Promise<Answer> {
    return this.send('PATCH', path, body, headers);
  }

  delete(path: string, headers: Headers = {}): Promise<Answer> {
    return this.send('DELETE', path, undefined, headers);
  }

  async send(method: Method, path: string, body: object | undefined, headers: Headers = {}): Promise<Answer> {
    const answer = await this.app.inject({
      method,
      url: path,
      // The check against requests from foreign sites compares Origin and Host.
      authority: new URL(this.origin).host,
      headers: { origin: this.origin, ...this.identity, ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    const type = String(answer.headers['content-type'] ?? '');
    const status = answer.statusCode;
    const said: unknown = /[/+]json\b/.test(type) && answer.body !== '' ? answer.json() : answer.body;
    (await Contract.of(this.app))?.check({ method, url: path, status, type, body: said });
    return { status, headers: answer.headers, body: said };
  }
}

let people = 0;

/** A new account with its session; the address is a fresh one. */
export async function signUp(visitor: Client, name = 'Ada Test'): Promise<{ client: Client; email: string; password: string; id: string }> {
  const email = `person-${process.pid}-${++people}@test.invalid`;
  const password = 'correct horse battery staple 9';
  const answer = await visitor.post('/api/auth/sign-up/email', { email, password, name });
  if (answer.status !== 200) throw new Error(`sign-up answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  const client = visitor.withCookies(answer);
  const me = await client.get('/api/v1/me');
  return { client, email, password, id: String(me.body.id) };
}

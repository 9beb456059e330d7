import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';

const Page = (p: { title: string; children: ComponentChildren }) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${p.title} – GATE`}</title>
    </head>
    <body>
      <main>
        <h1>{p.title}</h1>
        {p.children}
      </main>
    </body>
  </html>
);

const html = (page: Parameters<typeof renderToString>[0]): string => `<!doctype html>${renderToString(page)}`;

export interface WelcomeForm {
  token: string;
  email: string;
  name: string;
  faults: readonly { path: string; message: string }[];
}

const Fault = ({ form, path }: { form: WelcomeForm; path: string }) => {
  const fault = form.faults.find((one) => one.path === path);
  return fault ? (
    <p id={`${path}-fault`} role="alert">
      <strong>{fault.message}</strong>
    </p>
  ) : null;
};

export const welcomeFormPage = (form: WelcomeForm): string =>
  html(
    <Page title="Set your password">
      <p>This sets the password of {form.email}. All its sessions and API keys end.</p>
      <form method="post" action="/welcome">
        <input type="hidden" name="token" value={form.token} />
        <input type="hidden" name="email" value={form.email} autocomplete="username" />
        <p>
          <label for="name">Your name</label>
          <br />
          <input id="name" name="name" value={form.name} autocomplete="name" maxLength={120} required aria-describedby="name-fault" />
        </p>
        <Fault form={form} path="name" />
        <p>
          <label for="password">Password, at least 12 characters; several words are easy to keep in mind</label>
          <br />
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="new-password"
            minLength={12}
            maxLength={128}
            required
            aria-describedby="password-fault"
          />
        </p>
        <Fault form={form} path="password" />
        <button>Set password</button>
      </form>
    </Page>,
  );

export const welcomeDonePage = (): string =>
  html(
    <Page title="Your password is set">
      <p>
        You can sign in now. <a href="/">Go to the first page</a>.
      </p>
    </Page>,
  );

export const welcomeGonePage = (): string =>
  html(
    <Page title="This link does not work any more">
      <p>It was used or has expired. Ask for a new one: the command gate create-admin prints it.</p>
    </Page>,
  );

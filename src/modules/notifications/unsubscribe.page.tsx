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

/** Asks first: programs that check mails follow every address in them. */
export const unsubscribePage = (token: string): string =>
  html(
    <Page title="Stop these mails?">
      <p>You will still find everything in your inbox on GATE.</p>
      <form method="post" action={`/unsubscribe?token=${encodeURIComponent(token)}`}>
        <button type="submit">Stop these mails</button>
      </form>
    </Page>,
  );

export const unsubscribedPage = (): string =>
  html(
    <Page title="No more of these mails">
      <p>You can choose again at any time in the settings of your account.</p>
    </Page>,
  );

export const unknownTokenPage = (): string =>
  html(
    <Page title="This address is not complete">
      <p>Open the whole address from the mail, or choose in the settings of your account which mails you want.</p>
    </Page>,
  );

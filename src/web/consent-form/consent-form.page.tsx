import { renderToString } from 'preact-render-to-string';
import { Messages } from '../../platform/i18n/messages.js';
import { directionOf } from '../../platform/i18n/locales.js';
import { assets } from '../assets/assets.js';

export const formMessages = Messages.from(new URL('./locales/', import.meta.url));

/** Who receives the form; without a centre the global desk does. */
export interface FormDesk {
  centre: { name: string; host: string } | null;
  countryName: string | null;
  country: string | null;
  email: string;
  phone?: string | undefined;
}

type Text = (key: string) => string;

const Line = ({ label, value }: { label: string; value?: string | null }) => (
  <p class="field">
    {label}: {value ?? <span class="blank" aria-hidden="true" />}
  </p>
);

const Tick = ({ label }: { label: string }) => <p class="tick">☐ {label}</p>;

const Languages = ({ text, language, country }: { text: Text; language: string; country: string | null }) => (
  <nav class="screen" aria-label={text('languages')}>
    <ul>
      {formMessages.languages
        .filter((other) => other !== language)
        .sort()
        .map((other) => (
          <li key={other}>
            <a href={`/consent-form?${country === null ? '' : `country=${country}&`}lang=${other}`} lang={other} dir={directionOf(other)}>
              {formMessages.text(other, 'language')}
            </a>
          </li>
        ))}
    </ul>
  </nav>
);

const Desk = ({ desk, text }: { desk: FormDesk; text: Text }) => (
  <p>
    <strong>{text('desk')}:</strong> <span dir="auto">{desk.centre ? `${desk.centre.name}, ${desk.centre.host}` : text('globalDesk')}</span>
    <br />
    {text('contact')}: <span dir="ltr">{[desk.email, desk.phone].filter(Boolean).join(' · ')}</span>
  </p>
);

const Form = ({ desk, language, text }: { desk: FormDesk; language: string; text: Text }) => (
  <html lang={language} dir={directionOf(language)}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${text('title')} – GATE`}</title>
      <link rel="stylesheet" href={directionOf(language) === 'rtl' ? assets.rtl : assets.ltr} />
    </head>
    <body>
      <main class="form">
        <Languages text={text} language={language} country={desk.country} />
        <h1>{text('title')}</h1>
        <p>{text('intro')}</p>
        <Desk desk={desk} text={text} />
        <h2>{text('organization')}</h2>
        <Line label={text('legalName')} />
        <Line label={text('country')} value={desk.countryName} />
        <h2>{text('person')}</h2>
        <Line label={text('name')} />
        <Line label={text('position')} />
        <Line label={text('phone')} />
        <h2>{text('scopes')}</h2>
        {['register', 'list', 'receiveContacts'].map((scope) => (
          <Tick key={scope} label={text(scope)} />
        ))}
        <h2>{text('answering')}</h2>
        <Tick label={text('answerMatches')} />
        <p>{text('without')}</p>
        <Line label={text('until')} />
        {['longest', 'withdraw', 'data'].map((key) => (
          <p key={key}>{text(key)}</p>
        ))}
        {['place', 'date', 'signature', 'officer'].map((key) => (
          <Line key={key} label={text(key)} />
        ))}
        <p>{text('photo')}</p>
      </main>
    </body>
  </html>
);

/** A form to print and sign; complete without style sheet and script. */
export function consentFormPage(desk: FormDesk, language: string): string {
  const text = (key: string): string => formMessages.text(language, key) ?? key;
  return `<!doctype html>${renderToString(<Form desk={desk} language={language} text={text} />)}`;
}

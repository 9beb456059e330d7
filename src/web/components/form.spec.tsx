import { rendered } from '../../../test/support/govuk-fixtures.js';
import {
  CheckboxesField,
  DateField,
  dateNames,
  ErrorMessage,
  FileField,
  Form,
  FormErrors,
  formState,
  PasswordField,
  RadiosField,
  Ratio,
  SelectField,
  TextAreaField,
  TextField,
  UserText,
} from './index.js';
import { renderToString } from 'preact-render-to-string';

const FIELDS = ['title', 'story', 'secret', 'country', 'kind', 'sectors', ...dateNames('starts'), 'file'];
const items = [
  { value: 'a', text: 'Answer A' },
  { value: 'b', text: 'Answer B' },
];

describe('the state of a form', () => {
  it('has every field, takes texts alone, and nothing that is no field', () => {
    const body = { title: 'Wells', sectors: ['a', 3, 'b'], kind: { deep: 1 }, isAdmin: 'yes', toString: 'no' };
    const { values, faults } = formState(['title', 'sectors', 'kind', 'toString', 'hasOwnProperty'], body);
    expect(values).toEqual({ title: 'Wells', sectors: ['a', 'b'], kind: undefined, toString: 'no', hasOwnProperty: undefined });
    expect(faults).toEqual([]);
  });

  it('refuses a field it does not know, so that no error is without its link', () => {
    expect(() => rendered(<TextField form={formState([])} name="title" label="Title" />)).toThrow('no field title');
  });
});

describe('a field of a form', () => {
  const entered = {
    title: 'Wells "deep" <b>',
    story: 'Long',
    secret: 'hunter2',
    country: 'b',
    kind: 'b',
    sectors: ['a', 'b'],
    'starts-day': '31',
    'starts-month': '2',
    file: 'x',
  };
  const form = formState(FIELDS, entered);

  it('shows what was entered', () => {
    expect(rendered(<TextField form={form} name="title" label="Title" />)).toContain('value="Wells &quot;deep&quot; &lt;b>"');
    expect(rendered(<TextAreaField form={form} name="story" label="Story" />)).toContain('>Long</textarea>');
    expect(rendered(<TextAreaField form={form} name="story" label="Story" maxlength={99} />)).toMatch(/data-maxlength="99".*>Long</s);
    expect(rendered(<SelectField form={form} name="country" label="Country" items={items} />)).toContain('<option value="b" selected>');
    expect(rendered(<RadiosField form={form} name="kind" legend="Kind" items={items} />)).toMatch(/value="b" checked/);
    expect(rendered(<CheckboxesField form={form} name="sectors" legend="Sectors" items={items} />).match(/ checked/g)).toHaveLength(2);
    const date = rendered(<DateField form={form} name="starts" legend="Start" />);
    expect(date).toMatch(/id="starts-day"[^>]* value="31"/);
    expect(date).toMatch(/id="starts-month"[^>]* value="2"/);
    expect(date).not.toMatch(/id="starts-year"[^>]* value/);
  });

  it('sends back no password and no file', () => {
    expect(rendered(<PasswordField form={form} name="secret" label="Password" />)).not.toContain('hunter2');
    expect(rendered(<FileField form={form} name="file" label="File" />)).not.toContain('value');
  });

  it('checks nothing while nothing is entered', () => {
    const empty = formState(FIELDS);
    expect(rendered(<RadiosField form={empty} name="kind" legend="Kind" items={items} />)).not.toContain(' checked');
    expect(rendered(<SelectField form={empty} name="country" label="Country" items={items} />)).not.toContain(' selected');
  });

  it('shows all that is wrong with it, and is described by that', () => {
    const faults = [
      { path: 'title', message: 'Enter a title' },
      { path: 'title', message: 'Without <tags>' },
      { path: 'story', message: 'Not here' },
    ];
    const html = rendered(<TextField form={formState(FIELDS, {}, faults)} name="title" label="Title" hint="Short" />);
    expect(html).toContain('aria-describedby="title-hint title-error"');
    expect(html).toMatch(/id="title-error".*Error:<\/span> Enter a title<br\/>Without &lt;tags></s);
    expect(html).not.toContain('Not here');
  });

  it('takes the faults of its parts', () => {
    const faults = [
      { path: 'sectors.1', message: 'Unknown sector' },
      { path: 'starts-month', message: 'Month from 1 to 12' },
    ];
    const wrong = formState(FIELDS, {}, faults);
    expect(rendered(<CheckboxesField form={wrong} name="sectors" legend="Sectors" items={items} />)).toContain('Unknown sector');
    const date = rendered(<DateField form={wrong} name="starts" legend="Start" />);
    expect(date).toContain('Month from 1 to 12');
    expect([...date.matchAll(/<input class="[^"]*govuk-input--error[^"]*" id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['starts-month']);
  });
});

describe('the errors of a form', () => {
  const faults = ['title', 'kind', 'sectors.0.code', 'starts', 'starts-year', '', 'organization'].map((path) => ({
    path,
    message: `At ${path}`,
  }));
  const links = (html: string) => [...html.matchAll(/<a href="#([^"]*)">([^<]*)</g)].map(([, id, text]) => `${text} -> ${id}`);

  it('link to the fields, and to the first input of those that have several', () => {
    const form = formState(FIELDS, {}, faults);
    const html = rendered(
      <>
        <FormErrors form={form} title="There is a problem" />
        <Form action="/needs" multipart>
          <TextField form={form} name="title" label="Title" />
          <RadiosField form={form} name="kind" legend="Kind" items={items} />
          <CheckboxesField form={form} name="sectors" legend="Sectors" items={items} />
          <DateField form={form} name="starts" legend="Start" />
        </Form>
      </>,
    );
    const found = links(html);
    expect(found).toEqual([
      'At title -> title',
      'At kind -> kind',
      'At sectors.0.code -> sectors',
      'At starts -> starts-day',
      'At starts-year -> starts-year',
    ]);
    for (const id of found.map((link) => link.split(' -> ')[1]!)) expect(html).toMatch(new RegExp(`<input[^>]* id="${id}"`));
    expect(html).toContain('<li>At organization</li>');
    expect(html).toContain('<form method="post" enctype="multipart/form-data" novalidate action="/needs" data-upload=');
  });

  it('are not there while nothing is wrong', () => {
    expect(rendered(<FormErrors form={formState(FIELDS)} title="There is a problem" />)).toBe('');
  });
});

it('no component speaks without the words of its page', () => {
  expect(() => renderToString(<ErrorMessage>Wrong</ErrorMessage>)).toThrow('WordsContext.Provider');
});

it('what people write keeps its own language and direction, and a ratio its order', () => {
  expect(rendered(<UserText language="ar">{'<b>'}</UserText>)).toBe('<span lang="ar" dir="auto">&lt;b></span>');
  expect(rendered(<Ratio of={31} whole={35} />)).toBe('<bdi dir="ltr">31 / 35</bdi>');
});

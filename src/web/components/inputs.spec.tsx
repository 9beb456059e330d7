import { englishWords, fieldProps, fieldsetProps, itLooksLike, type Options, rendered } from '../../../test/support/govuk-fixtures.js';
import { CharacterCount, DATE_PARTS, DateInput, type DatePart, FileUpload, PasswordInput } from './index.js';

/** The parts of a date, which the macro takes as `items` or one by one, with their options. */
const partsOf = (options: Options): [DatePart, Options][] =>
  options.items?.length
    ? options.items.map((item: Options) => [item.name, { ...options[item.name], ...item }])
    : DATE_PARTS.filter((part) => options[part] !== false).map((part) => [part, options[part] ?? {}]);

function wrongOf(options: Options): DatePart[] | undefined {
  const parts = partsOf(options);
  const wrong = parts.filter(([, { error, classes }]) => error || classes?.includes('govuk-input--error'));
  const right = parts.filter(([, { error }]) => error === false);
  if (wrong.length === 0 && right.length === 0) return undefined;
  return (wrong.length > 0 ? wrong : parts.filter((one) => !right.includes(one))).map(([part]) => part);
}

const oneLook = 'inputs of a date have one look and take digits';

itLooksLike(
  'date-input',
  (options) => {
    const prefix = options.namePrefix ?? '';
    const parts = partsOf(options);
    const value = ([part, own]: [DatePart, Options]) => [part, own.value ?? options.values?.[prefix ? `${prefix}-${part}` : part]];
    return (
      <DateInput
        {...fieldProps(options)}
        {...fieldsetProps(options)}
        name={prefix}
        parts={parts.map(([part]) => part)}
        values={Object.fromEntries(parts.map(value))}
        wrong={wrongOf(options)}
      />
    );
  },
  {
    unsupported: {
      'day.name': 'the names follow from the name of the field',
      'with nested name': 'the names follow from the name of the field',
      'items[].id': 'the ids follow from the id of the field',
      'items[].pattern': oneLook,
      'items[].attributes': oneLook,
      'items[].autocomplete': 'nobody is asked for her own birthday',
      'items with classes': oneLook,
    },
    words: ({ day, month, year }) => ({
      day: day?.label ?? englishWords.day,
      month: month?.label ?? englishWords.month,
      year: year?.label ?? englishWords.year,
    }),
  },
);

itLooksLike('file-upload', (options) => <FileUpload {...fieldProps(options)} multiple={options.multiple} disabled={options.disabled} />, {
  unsupported: { javascript: "the browser's own input does without a script" },
});

itLooksLike('password-input', (options) => <PasswordInput {...fieldProps(options)} autocomplete={options.autocomplete} />, {
  unsupported: { value: 'a password is never sent back' },
  words: (options) =>
    options.showPasswordText
      ? {
          password: {
            show: options.showPasswordText,
            hide: options.hidePasswordText,
            showPassword: options.showPasswordAriaLabelText,
            hidePassword: options.hidePasswordAriaLabelText,
            shown: options.passwordShownAnnouncementText,
            hidden: options.passwordHiddenAnnouncementText,
          },
        }
      : {},
});

itLooksLike(
  'character-count',
  (options) => {
    const { value, rows, spellcheck, maxlength, threshold } = options;
    return <CharacterCount {...fieldProps(options)} {...{ value, rows, spellcheck, maxlength, threshold }} />;
  },
  {
    unsupported: {
      maxwords: 'Chinese has no spaces between words: limits count characters',
      countType: 'limits count characters, as the rules of the server do',
      wordsUnderLimitText: 'limits count characters',
      'countMessage.classes': 'the count has one look',
      'to configure in JavaScript': 'the server knows the limit',
      'with neither maxlength nor maxwords set': 'the server knows the limit',
      'with neither maxlength, maxwords nor textarea description set': 'the server knows the limit',
    },
    words: (options) => ({
      characters: {
        ...englishWords.characters,
        limit: (count) => options.textareaDescriptionText?.replace('%{count}', count) ?? englishWords.characters.limit(count),
      },
    }),
  },
);

describe('the words of a counted text', () => {
  it('reach the script by plural category', () => {
    const html = rendered(<CharacterCount name="story" label="Story" maxlength={200} />);
    expect(html).toContain('data-i18n.characters-under-limit.one="You have %{count} character remaining"');
    expect(html).toContain('data-i18n.characters-over-limit.other="You have %{count} characters too many"');
    expect(html).toContain('data-i18n.characters-at-limit="You have 0 characters remaining"');
    expect(html).toContain('You can enter up to 200 characters');
  });
});

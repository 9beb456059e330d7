import { fieldProps, fieldsetProps, itLooksLike, mainProps, type Options, said } from '../../../test/support/govuk-fixtures.js';
import {
  Button,
  Checkboxes,
  ErrorMessage,
  ErrorSummary,
  Fieldset,
  Hint,
  Input,
  Label,
  LinkButton,
  Radios,
  Select,
  Textarea,
} from './index.js';

const choice = (item: Options) =>
  item.divider
    ? { divider: item.divider }
    : {
        ...item,
        value: item.value,
        text: said(item),
        hint: said(item.hint),
        labelClass: item.label?.classes,
        labelAttributes: item.label?.attributes,
        isExclusive: item.behaviour === 'exclusive',
      };
const choicesProps = (options: Options) => ({
  ...fieldProps(options),
  ...fieldsetProps(options),
  idPrefix: options.idPrefix,
  items: options.items.map(choice),
});
const noHoles = 'the page leaves out what is not there: the first answer must have the plain id, for the error summary';
const noReveal = 'there is no conditional reveal: screen readers are not told of it';

itLooksLike('button', (options) => {
  const look = { ...mainProps(options), isStart: options.isStartButton };
  const text = options.isStartButton && options.html ? <span>{said(options)}</span> : said(options);
  if (options.href)
    return (
      <LinkButton {...look} href={options.href}>
        {text}
      </LinkButton>
    );
  const { type, name, value, disabled, preventDoubleClick } = options;
  return <Button {...{ ...look, type, name, value, disabled, preventDoubleClick }}>{text}</Button>;
});

itLooksLike('fieldset', (options) => (
  <Fieldset
    {...mainProps(options)}
    legend={said(options.legend)}
    legendClass={options.legend?.classes}
    isPageHeading={options.legend?.isPageHeading}
    describedBy={options.describedBy}
    role={options.role}
  >
    {said({ html: options.html })}
  </Fieldset>
));

itLooksLike('label', (options) => (
  <Label {...mainProps(options)} for={options.for} isPageHeading={options.isPageHeading}>
    {said(options)}
  </Label>
));

itLooksLike('hint', (options) => <Hint {...mainProps(options)}>{said(options)}</Hint>);

itLooksLike('error-message', (options) => <ErrorMessage {...mainProps(options)}>{said(options)}</ErrorMessage>, {
  unsupported: { visuallyHiddenText: 'the word comes from the page, as all words of components do' },
});

itLooksLike('error-summary', (options) => (
  <ErrorSummary
    {...mainProps(options)}
    title={said({ text: options.titleText, html: options.titleHtml })}
    description={said({ text: options.descriptionText, html: options.descriptionHtml })}
    errors={options.errorList?.map((one: Options) => ({ href: one.href, text: said(one), attributes: one.attributes }))}
    disableAutoFocus={options.disableAutoFocus}
  />
));

itLooksLike(
  'input',
  (options) => {
    const { type, value, autocomplete, inputmode, spellcheck, autocapitalize, pattern, disabled } = options;
    const own = { type, value, autocomplete, inputmode, spellcheck, autocapitalize, pattern, disabled };
    return <Input {...fieldProps(options)} {...own} prefix={said(options.prefix)} suffix={said(options.suffix)} />;
  },
  {
    unsupported: {
      inputWrapper: 'nothing of ours stands around input and unit',
      'prefix.classes': 'a unit has one look',
      'prefix.attributes': 'a unit has one look',
      'suffix.classes': 'a unit has one look',
      'suffix.attributes': 'a unit has one look',
    },
  },
);

itLooksLike('textarea', (options) => {
  const { value, rows, spellcheck, autocomplete, disabled } = options;
  return <Textarea {...fieldProps(options)} {...{ value, rows, spellcheck, autocomplete, disabled }} />;
});

itLooksLike(
  'select',
  (options) => <Select {...fieldProps(options)} value={options.value} disabled={options.disabled} items={options.items ?? []} />,
  {
    unsupported: {
      'with falsy items': noHoles,
      'with falsy values': 'a value is a text or a number, so that there is no false among them',
    },
  },
);

itLooksLike('radios', (options) => <Radios {...choicesProps(options)} value={options.value} />, {
  unsupported: { 'items[].conditional': noReveal, 'with falsy items': noHoles },
});

itLooksLike('checkboxes', (options) => <Checkboxes {...choicesProps(options)} values={options.values} />, {
  unsupported: { 'items[].conditional': noReveal, 'with falsy values': noHoles },
});

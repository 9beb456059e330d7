import '../../../modules/centres/index.js';
import '../../../modules/listings/index.js';
import '../../../modules/matching/index.js';
import '../../../modules/notifications/index.js';
import '../../../modules/screening/index.js';
import '../../../modules/seekers/index.js';
import '../../../modules/verification/index.js';
import { allRules } from '../../../modules/rules/index.js';
import { FormInput } from '../../page/form-input.js';
import { fieldFor, readValue, schemaOf, shownValue } from './value-form.js';

const rules = allRules().filter(({ key }) => !key.startsWith('notice.'));

describe('the form of a rule', () => {
  it('has many to show', () => expect(rules.length).toBeGreaterThan(25));

  it.each(rules.map((rule) => [rule.key, rule] as const))('reads %s back as it was shown', (_key, { schema, value }) => {
    const field = fieldFor(schemaOf(schema), 'value');
    expect(field.kind).not.toBe('json');
    expect(readValue(field, new FormInput(shownValue(field, value)))).toEqual(value);
  });

  it('leaves to the rule what it cannot read', () => {
    expect(readValue({ kind: 'number', name: 'value' }, new FormInput({ value: 'ten' }))).toBe('ten');
    expect(readValue({ kind: 'list', name: 'value', of: { type: 'integer' } }, new FormInput({ value: '30, 7; x' }))).toEqual([30, 7, 'x']);
    expect(readValue({ kind: 'json', name: 'value' }, new FormInput({ value: '{' }))).toBe('{');
  });

  it('keeps JSON for what no field fits', () => {
    expect(fieldFor({}, 'value')).toEqual({ kind: 'json', name: 'value' });
  });
});

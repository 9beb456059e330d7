// A long list of choices (`select[data-find]`) becomes a field in which one writes a part of the name: the combobox of WAI-ARIA, its list below it.
// The select stays in the form and holds the answer; without script it is all there is.

interface Said {
  none: string;
  found: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
}

const SHOWN = 50;
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function make<E extends HTMLElement>(element: E, attributes: Readonly<Record<string, string>>): E {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

export function find(select: HTMLSelectElement): void {
  const said = JSON.parse(select.dataset['find'] ?? '') as Said;
  const plurals = new Intl.PluralRules(document.documentElement.lang);
  const { id } = select;
  const choices = [...select.options].filter(({ value }) => value !== '');
  const empty = [...select.options].find(({ value }) => value === '');
  const chosen = (): string => (select.value === '' ? '' : (select.selectedOptions[0]?.text ?? ''));
  const frame = make(document.createElement('div'), { class: 'gate-find' });
  const list = make(document.createElement('ul'), { id: `${id}-list`, role: 'listbox', class: 'gate-find__list', hidden: '' });
  const status = make(document.createElement('p'), { class: 'govuk-visually-hidden', role: 'status' });
  const input = make(document.createElement('input'), {
    ...(select.hasAttribute('aria-describedby') && { 'aria-describedby': select.getAttribute('aria-describedby') ?? '' }),
    id,
    class: select.className.replace(/govuk-select/g, 'govuk-input'),
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  });
  const label = document.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(id)}"]`);
  if (label) list.setAttribute('aria-label', label.textContent.trim());
  input.value = chosen();
  input.disabled = select.disabled;
  select.id = `${id}-select`;
  select.hidden = true;
  select.after(frame);
  frame.append(input, list, status);

  let active = -1;
  const isOpen = (): boolean => !list.hidden;
  const options = (): HTMLLIElement[] => [...list.querySelectorAll('li')];
  function close(): void {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
  function open(): void {
    // What is chosen already is no search: all of the list is shown again.
    const words = input.value === chosen() ? '' : plain(input.value.trim());
    const hits = choices.filter(({ text }) => plain(text).includes(words));
    const first = hits.filter(({ text }) => plain(text).startsWith(words));
    const shown = [...first, ...hits.filter((hit) => !first.includes(hit))].slice(0, words === '' ? choices.length : SHOWN);
    list.replaceChildren(
      ...shown.map(({ text, value }, i) => {
        const option = make(document.createElement('li'), {
          id: `${id}-option-${i}`,
          role: 'option',
          'aria-selected': 'false',
          'data-value': value,
        });
        option.textContent = text;
        return option;
      }),
    );
    list.hidden = shown.length === 0;
    active = -1;
    input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-expanded', String(isOpen()));
    const form = said.found[plurals.select(hits.length)] ?? said.found.other;
    status.textContent = hits.length === 0 ? said.none : form.replace('%{count}', String(hits.length));
  }
  function move(to: number): void {
    const all = options();
    active = (to + all.length) % all.length;
    all.forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    all[active]?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `${id}-option-${active}`);
  }
  function choose(value: string): void {
    const isNew = select.value !== value;
    select.value = value;
    input.value = chosen();
    close();
    if (isNew) for (const name of ['input', 'change']) select.dispatchEvent(new Event(name, { bubbles: true }));
  }
  /** Words that are the name of a choice are that choice, no words none; all else was not meant. */
  function settle(): void {
    const words = plain(input.value.trim());
    const same = choices.find(({ text }) => plain(text) === words);
    choose(same?.value ?? (words === '' && empty ? '' : select.value));
  }

  input.addEventListener('input', (event) => {
    event.stopPropagation();
    open();
  });
  input.addEventListener('click', () => !isOpen() && open());
  input.addEventListener('blur', settle);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen()) open();
      if (isOpen()) move(event.key === 'ArrowDown' ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (event.key === 'Enter' && isOpen()) {
      event.preventDefault();
      const value = options()[active]?.dataset['value'];
      if (value === undefined) settle();
      else choose(value);
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault();
      input.value = chosen();
      close();
    }
  });
  // Pressing on the list must not leave the field first.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const value = (event.target as HTMLElement).closest('li')?.dataset['value'];
    if (value !== undefined) choose(value);
  });
}

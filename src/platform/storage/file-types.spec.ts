import { contentFault, FILE_ENDINGS, namedFile, plainName } from './file-types.js';

describe('names of files', () => {
  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\a\\Letter.PDF', 'Letter.PDF'],
    ['annexe\u202Efdp.exe', 'annexefdp.exe'],
    ['a\u0000b\n.png', 'ab.png'],
    [`${'ن'.repeat(400)}.pdf`, `${'ن'.repeat(150)}.pdf`],
  ])('%j becomes %j', (given, expected) => expect(plainName(given)).toBe(expected));
});

describe('types of files', () => {
  it('agree by ending and declared type, whatever the case', () => {
    expect(namedFile('Letter.PDF', 'application/pdf')).toEqual({ name: 'Letter.PDF', ending: 'pdf', type: 'application/pdf' });
    expect(namedFile('table.csv', 'application/vnd.ms-excel; charset=utf-8')).toMatchObject({ ending: 'csv', type: 'text/csv' });
  });

  it.each([
    ['page.html', 'text/html', 'ending'],
    ['image.svg', 'image/svg+xml', 'ending'],
    ['.pdf', 'application/pdf', 'ending'],
    ['constructor', 'application/pdf', 'ending'],
    ['a.constructor', 'application/pdf', 'ending'],
    ['letter.pdf.exe', 'application/pdf', 'ending'],
    ['letter.pdf', 'text/html', 'declared'],
    ['letter.pdf', '', 'declared'],
    ['photo.png', 'image/jpeg', 'declared'],
  ])('refuses %s declared as %s', (name, declared, code) => expect(namedFile(name, declared)).toMatchObject({ code }));

  it('refuses contents that are something else', () => {
    const file = (ending: string) => ({ name: `a.${ending}`, ending, type: '' });
    for (const ending of FILE_ENDINGS.filter((one) => !['csv', 'txt', 'jsonl'].includes(one))) {
      expect(contentFault(file(ending), ending === 'jpeg' ? 'jpg' : ending, false)).toBeNull();
      for (const found of ['exe', 'zip', undefined]) expect(contentFault(file(ending), found, true)?.code).toBe('content');
    }
    for (const text of ['csv', 'jsonl']) expect(contentFault(file(text), undefined, true)).toBeNull();
    expect(contentFault(file('csv'), undefined, false)?.code).toBe('content');
    expect(contentFault(file('txt'), 'pdf', true)?.code).toBe('content');
  });
});

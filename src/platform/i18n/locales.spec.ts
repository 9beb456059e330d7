import { directionOf, languageOf, LANGUAGES, localeOf, longDate, longMoment } from './locales.js';

describe('the languages GATE speaks', () => {
  it('are seven, and everybody else is spoken to in English', () => {
    expect(LANGUAGES).toEqual(['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru']);
    expect(['pt-BR', 'zh-Hant-TW', 'sw', '', 'constructor'].map(languageOf)).toEqual(['pt', 'zh', 'en', 'en', 'en']);
  });

  it('are written in their own direction', () => {
    expect(LANGUAGES.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar']);
    expect(directionOf('ar-EG')).toBe('rtl');
  });

  it('write out days and moments as their readers do, in Western digits', () => {
    const days = LANGUAGES.map((language) => longDate('2026-12-01', language));
    expect(days[0]).toBe('1 December 2026');
    expect(days[5]).toBe('2026年12月1日');
    expect(new Set(days).size).toBe(LANGUAGES.length);
    expect(days.filter((day) => /1/.test(day) && day.includes('2026'))).toEqual(days);
    expect(longMoment(new Date('2026-12-01T09:30:00Z'), 'fr')).toMatch(/^1er décembre 2026.*09:30 UTC$/);
    expect(new Intl.NumberFormat(localeOf('ar')).format(1234)).toBe('1,234');
  });
});

import { consentFormPage, formMessages, type FormDesk } from './consent-form.page.js';

const desk: FormDesk = {
  centre: { name: 'Centre <Nairobi>', host: 'Ministry of Planning' },
  countryName: 'Kenya',
  country: 'KE',
  email: 'centre@example.org',
};

describe('the consent form', () => {
  it('is whole in the seven languages, without script, in its own direction', () => {
    expect(formMessages.languages.sort()).toEqual(['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh']);
    for (const language of formMessages.languages) {
      expect(formMessages.missing(language)).toEqual([]);
      const page = consentFormPage(desk, language);
      expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
      expect(page).not.toMatch(/<script|undefined|\{|\}/);
      expect(page.match(/☐/g)).toHaveLength(4);
    }
  });

  it('names the desk that receives it, as text', () => {
    expect(consentFormPage(desk, 'en')).toContain('Centre &lt;Nairobi>, Ministry of Planning');
    expect(consentFormPage({ ...desk, centre: null, countryName: null, country: null }, 'fr')).toContain('Bureau mondial de GATE');
  });
});

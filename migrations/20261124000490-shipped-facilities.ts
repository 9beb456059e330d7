import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The windows for the country groups that the exchange was opened for; an administrator may change them or open others. */
export class ShippedFacilities20261124000490 implements MigrationInterface {
  name = 'ShippedFacilities20261124000490';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO facility (code, names, places) VALUES
        ('ldc', '{"en": "Facility for least developed countries", "fr": "Guichet des pays les moins avancés",
          "es": "Servicio para los países menos adelantados", "pt": "Janela dos países menos avançados",
          "ar": "نافذة أقل البلدان نموًا", "zh": "最不发达国家专区", "ru": "Площадка для наименее развитых стран"}', '{group:LDC}'),
        ('lldc', '{"en": "Facility for landlocked developing countries", "fr": "Guichet des pays en développement sans littoral",
          "es": "Servicio para los países en desarrollo sin litoral", "pt": "Janela dos países em desenvolvimento sem litoral",
          "ar": "نافذة البلدان النامية غير الساحلية", "zh": "内陆发展中国家专区",
          "ru": "Площадка для развивающихся стран, не имеющих выхода к морю"}', '{group:LLDC}'),
        ('sids', '{"en": "Facility for small island developing States", "fr": "Guichet des petits États insulaires en développement",
          "es": "Servicio para los pequeños Estados insulares en desarrollo", "pt": "Janela dos pequenos Estados insulares em desenvolvimento",
          "ar": "نافذة الدول الجزرية الصغيرة النامية", "zh": "小岛屿发展中国家专区",
          "ru": "Площадка для малых островных развивающихся государств"}', '{group:SIDS}')
      ON CONFLICT (code) DO NOTHING;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}

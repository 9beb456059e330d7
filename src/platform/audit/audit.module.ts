import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { AuditAnchor } from './audit-anchor.js';
import { AuditBlockEntity } from './audit-block.entity.js';
import { AuditEntryEntity } from './audit-entry.entity.js';
import { AuditLog } from './audit-log.js';
import { AuditRepository } from './audit.repository.js';
import { AuditSealer } from './audit.sealer.js';
import { AuditSeal } from './audit-seal.js';
import { AuditVerifier } from './audit.verifier.js';

export const auditEntities = [AuditEntryEntity, AuditBlockEntity];

/** The trail of who did what: `AuditLog` writes it, a sealer chains it, `AuditVerifier` proves it whole. */
@Global()
@Module({
  providers: [
    { provide: AuditSeal, useFactory: (config: Config) => new AuditSeal(config.secret), inject: [CONFIG] },
    {
      provide: AuditAnchor,
      useFactory: (config: Config, seal: AuditSeal) => new AuditAnchor(config.dataDir, seal),
      inject: [CONFIG, AuditSeal],
    },
    AuditLog,
    AuditRepository,
    AuditSealer,
    AuditVerifier,
  ],
  exports: [AuditLog, AuditSealer, AuditVerifier],
})
export class AuditModule {}

/** What a desk decides about an organization as a whole; which of them are open says the organization itself. */
export const ORGANIZATION_DECISIONS = ['verify', 'reject', 'suspend', 'resume', 'pass-due-diligence', 'end-due-diligence'] as const;
export type OrganizationDecision = (typeof ORGANIZATION_DECISIONS)[number];

export const isDecision = (name: string): name is OrganizationDecision => (ORGANIZATION_DECISIONS as readonly string[]).includes(name);

/** Those that say why. */
export const needsReason = (decision: OrganizationDecision): boolean => ['reject', 'suspend', 'end-due-diligence'].includes(decision);

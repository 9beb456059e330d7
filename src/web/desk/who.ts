import type { Who } from '../../platform/http/index.js';

/** Officers of country centres, administrators, and auditors, who look on. */
export const desks: Who = ({ officerOf, administrator, auditor }) => officerOf.length > 0 || administrator || auditor;

/** A reason why an upgrade cannot be done, as sentences that end with what to do. Nothing was changed. */
export class UpgradeError extends Error {}

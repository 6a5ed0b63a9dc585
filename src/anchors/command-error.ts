/** A command that cannot be carried out. The message is for the author. */
export class CommandError extends Error {}

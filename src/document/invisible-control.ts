/**
 * A character that no reader sees and that no text needs: the control characters of ASCII and Latin-1, but for tab and the
 * ends of lines, and the two that turn the order of all letters behind them around, with which a text can show other words than it has.
 */
export const invisibleControl = /(?![\t\n\r])[\p{Cc}\u202d\u202e]/u;

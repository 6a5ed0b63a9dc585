/**
 * A character that no reader sees and that no text needs: the control characters of ASCII and Latin-1, but for tab and the
 * ends of lines; the two that turn the order of all letters behind them around, with which a text can show other words
 * than it has; and what Unicode keeps free of characters, with which a feed is no XML.
 */
export const invisibleControl = /(?![\t\n\r])[\p{Cc}\u202d\u202e\p{Noncharacter_Code_Point}]/u;

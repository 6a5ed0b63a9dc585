import remarkMath from 'remark-math';
import type { Data, Processor } from 'unified';

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Construct = Exclude<NonNullable<NonNullable<Extension['text']>[string]>, unknown[]>;
type Tokenizer = Construct['tokenize'];
type State = ReturnType<Tokenizer>;
type Code = Parameters<State>[0];

const dollar = 36;

/**
 * `$…$` and `$$…$$`, of which single dollar signs are read as money where they cannot be a formula: the sign that
 * would close it is followed by a digit, the one that opens it stands between a digit and a mark of a sentence, or has a space before it while the one that opens it has none behind it, or
 * stands in the address of a link that began before it.
 */
export function dollarMath(this: Processor): void {
  remarkMath.call(this);
  const extension = this.data().micromarkExtensions?.at(-1);
  const { text, flow } = extension ?? {};
  if (text) text[dollar] = each(text[dollar], (one) => checked(one, formula));
  if (flow) flow[dollar] = each(flow[dollar], (one) => checked(one, fence));
}

function each(
  constructs: Construct | Construct[] | undefined,
  change: (one: Construct) => Construct,
): Construct[] {
  return [constructs ?? []].flat().map(change);
}

/** The construct, tried only where a look ahead finds what it needs. */
function checked(construct: Construct, lookAhead: Tokenizer): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const begin = construct.tokenize.call(this, effects, ok, nok);
      return effects.check({ tokenize: lookAhead, partial: true }, begin, nok);
    },
  };
}

/** From a dollar sign to the one that closes it. Two signs and more are always a formula. */
const formula: Tokenizer = function (effects, ok, nok) {
  const isBehindDigit = isDigit(this.previous);
  let size = 0;
  let run = 0;
  let before: Code = null;
  let beginsWithSpace = false;
  let brackets = 0;
  let link = ''; // how much of `](` and an address was read that ends a link begun before the formula
  const open: State = (code) => {
    if (code === dollar) {
      size += 1;
      effects.consume(code);
      return open;
    }
    if (size > 1) {
      effects.exit('data');
      return ok(code);
    }
    if (isBehindDigit && code !== null && ',.;:!?)'.includes(String.fromCharCode(Math.max(0, code))))
      return nok(code);
    beginsWithSpace = isSpace(code);
    return inside(code);
  };
  const inside: State = (code) => {
    if (code === null) return nok(code);
    if (code === dollar) {
      run = 0;
      return close(code);
    }
    if (code === 91) brackets += 1;
    if (code === 93 && brackets > 0) brackets -= 1;
    else if (code === 93) link ||= ']';
    else if (link === ']') link = code === 40 ? '](' : '';
    else if (link === '](' && (code === 47 || code === 35)) link = '](/';
    before = code;
    effects.consume(code);
    return inside;
  };
  const close: State = (code) => {
    if (code === dollar) {
      run += 1;
      effects.consume(code);
      return close;
    }
    if (run !== 1) {
      before = dollar;
      return inside(code);
    }
    if (isDigit(code) || isSpace(before) !== beginsWithSpace || link === '](/') return nok(code);
    effects.exit('data');
    return ok(code);
  };
  return (code) => {
    effects.enter('data');
    return open(code);
  };
};

/** A line of nothing but dollar signs: what stands behind them would be lost as the fence's own words. */
const fence: Tokenizer = (effects, ok, nok) => {
  const signs: State = (code) => {
    if (code !== null && (code === dollar || (isSpace(code) && code > -3))) {
      effects.consume(code);
      return signs;
    }
    if (!isSpace(code)) return nok(code);
    effects.exit('data');
    return ok(code);
  };
  return (code) => {
    effects.enter('data');
    return signs(code);
  };
};

/** Spaces, tabs and line ends; micromark has codes below zero for the last two. */
function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === 32;
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}

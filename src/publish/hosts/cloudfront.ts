import { checksumsFile } from '../checksums.ts';
import { everywhere } from '../headers.ts';
import type { Host } from './host.ts';

export const cloudfrontHost: Host = {
  name: 'S3 + CloudFront',
  guide: 'cloudfront.md',
  support: {
    headers: '`.stet/hosts/cloudfront-headers.json`',
    notFoundPage: 'yes',
    compressed: 'by the host',
    observatory: '130',
    tried: 'its files, by its API’s model',
  },
  files: ({ name }) => [
    { path: 'cloudfront-headers.json', text: cloudfrontHeaders(name), published: false },
    { path: 'cloudfront-function.js', text: cloudfrontFunction(), published: false },
  ],
};

/** Headers that CloudFront has settings of its own for; the rest are its custom headers. */
const known = [
  'Content-Security-Policy',
  'Referrer-Policy',
  'Strict-Transport-Security',
  'X-Content-Type-Options',
  'X-Frame-Options',
];

/** The input of `aws cloudfront create-response-headers-policy`. Caching is set by the files' own metadata in S3. */
export function cloudfrontHeaders(name: string): string {
  const value = (header: string) => everywhere[header] ?? '';
  const custom = Object.entries(everywhere).filter(([header]) => !known.includes(header));
  const Override = true;
  return `${JSON.stringify(
    {
      Name: `${name.replaceAll(/[^A-Za-z0-9]+/g, '-')}-headers`,
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { Override, ContentSecurityPolicy: value('Content-Security-Policy') },
        ContentTypeOptions: { Override },
        FrameOptions: { Override, FrameOption: value('X-Frame-Options') },
        ReferrerPolicy: { Override, ReferrerPolicy: value('Referrer-Policy') },
        StrictTransportSecurity: {
          Override,
          IncludeSubdomains: false,
          Preload: false,
          AccessControlMaxAgeSec: Number(/\d+/.exec(value('Strict-Transport-Security'))?.[0]),
        },
      },
      CustomHeadersConfig: {
        Quantity: custom.length,
        Items: custom.map(([Header, Value]) => ({ Header, Value, Override })),
      },
    },
    null,
    2,
  )}\n`;
}

/**
 * A CloudFront Function for viewer requests. S3 knows no folders: without it `/about/` is an error. A folder
 * asked for without its slash is sent to its address, so that links relative to the page stay right.
 */
export function cloudfrontFunction(): string {
  return `function handler(event) {
  var request = event.request;
  if (request.uri.endsWith('/')) {
    request.uri += 'index.html';
  } else if (!/\\.|^${checksumsFile}$/.test(request.uri.split('/').pop())) {
    return {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: request.uri + '/' } },
    };
  }
  return request;
}
`;
}

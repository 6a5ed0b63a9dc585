/** Once the text is painted the rest may load: what came too late to wait for. The observer may be called twice. */
new PerformanceObserver(() => {
  import('./late-styles.ts');
}).observe({ type: 'paint', buffered: true });

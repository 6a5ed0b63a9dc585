/** Shows a message in the status line of the page for four seconds. Screen readers read it aloud. */
export function announce(message: string): void {
  const status = document.querySelector('.announcement');
  if (!status) return;
  status.textContent = message;
  setTimeout(() => {
    if (status.textContent === message) status.textContent = '';
  }, 4000);
}

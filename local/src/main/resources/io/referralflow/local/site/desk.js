const now = document.getElementById('now');
const status = document.getElementById('status');
const buttons = document.querySelectorAll('button');

function show(moment) {
  now.textContent = new Date(moment).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'short' });
}

async function advance(distance) {
  buttons.forEach((button) => (button.disabled = true));
  status.textContent = 'Moving …';
  const answer = await fetch('/local/clock', { method: 'POST', body: JSON.stringify({ advance: distance }) });
  const body = await answer.json();
  status.textContent = answer.ok ? 'Everything has settled.' : body.detail;
  buttons.forEach((button) => (button.disabled = false));
  await look();
}

async function look() {
  show((await (await fetch('/local/clock')).json()).now);
}

buttons.forEach((button) => button.addEventListener('click', () => advance(button.dataset.advance)));
look();

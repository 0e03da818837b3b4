const now = document.getElementById('now');
const moved = document.getElementById('moved');
const reported = document.getElementById('reported');
const report = document.getElementById('report');
const buttons = document.querySelectorAll('button[data-advance]');

async function post(path, body) {
  const answer = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  return { ok: answer.ok, body: await answer.json() };
}

async function look() {
  const clock = await (await fetch('/local/clock')).json();
  now.textContent = new Date(clock.now).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'short' });
}

async function advance(distance) {
  buttons.forEach((button) => (button.disabled = true));
  moved.textContent = 'Moving …';
  const answer = await post('/local/clock', { advance: distance });
  moved.textContent = answer.ok ? 'Everything has settled.' : answer.body.detail;
  buttons.forEach((button) => (button.disabled = false));
  await look();
}

function showFields() {
  for (const input of report.querySelectorAll('[data-of]')) {
    const wanted = input.dataset.of.split(' ').includes(report.elements.type.value);
    input.disabled = !wanted;
    input.closest('label').hidden = !wanted;
  }
}

async function tell(event) {
  event.preventDefault();
  const { type, ...fields } = Object.fromEntries(new FormData(report));
  const data = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  const answer = await post('/local/hr-events', { type, data });
  reported.textContent = answer.ok ? `Reported as event ${answer.body.id}.` : answer.body.detail;
}

buttons.forEach((button) => button.addEventListener('click', () => advance(button.dataset.advance)));
report.addEventListener('submit', tell);
report.elements.type.addEventListener('change', showFields);
showFields();
look();

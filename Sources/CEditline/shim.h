// libedit as Swift can call it. Swift imports no function with a variable argument list, no macro
// that is an expression, no global stream, and no function that glibc shows only on request: each
// of these stands here as a small inline function or as a plain declaration. Nothing is compiled
// apart: the bodies become part of the Swift module that imports them.
#include <histedit.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// Shown by glibc only to those who ask for X/Open or GNU extensions.
int wcwidth(wchar_t character);
int ppoll(
    struct pollfd *descriptors, nfds_t count, const struct timespec *limit, const sigset_t *mask);

// The streams are macros over mutable globals.
static inline FILE *editline_input(void) { return stdin; }
static inline FILE *editline_output(void) { return stdout; }
static inline FILE *editline_errors(void) { return stderr; }

// The most bytes a character takes in the current locale: 1 where only ASCII is understood.
static inline size_t editline_bytes_per_character(void) { return MB_CUR_MAX; }

// A key's command: what libedit's own header leaves undeclared.
typedef unsigned char (*editline_command)(EditLine *, wint_t);
typedef char *(*editline_prompt)(EditLine *);

static inline int editline_set_client(EditLine *e, void *client) {
  return el_set(e, EL_CLIENTDATA, client);
}
static inline void *editline_client(EditLine *e) {
  void *client = NULL;
  el_get(e, EL_CLIENTDATA, &client);
  return client;
}
static inline int editline_set_editor(EditLine *e, const char *name) {
  return el_set(e, EL_EDITOR, name);
}
static inline const char *editline_editor(EditLine *e) {
  const char *name = NULL;
  el_get(e, EL_EDITOR, &name);
  return name;
}
static inline int editline_set_terminal(EditLine *e, const char *name) {
  return el_set(e, EL_TERMINAL, name);
}
static inline const char *editline_capability(EditLine *e, const char *name) {
  char *value = NULL;
  return el_get(e, EL_GETTC, name, &value) == 0 ? value : NULL;
}
static inline int editline_set_prompt(EditLine *e, editline_prompt prompt, char mark) {
  return el_set(e, EL_PROMPT_ESC, prompt, (int)mark);
}
static inline int editline_set_right_prompt(EditLine *e, editline_prompt prompt, char mark) {
  return el_set(e, EL_RPROMPT_ESC, prompt, (int)mark);
}
static inline int editline_set_reader(EditLine *e, el_rfunc_t reader) {
  return el_set(e, EL_GETCFN, reader);
}
static inline int editline_set_errors(EditLine *e, FILE *stream) {
  return el_set(e, EL_SETFP, 2, stream);
}
static inline int editline_set_terminal_mode(EditLine *e, const char *change) {
  return el_set(e, EL_SETTY, "-d", change, NULL);
}
static inline int editline_add(
    EditLine *e, const char *name, const char *help, editline_command command) {
  return el_set(e, EL_ADDFN, name, help, command);
}
static inline int editline_bind(EditLine *e, const char *key, const char *command) {
  return el_set(e, EL_BIND, key, command, NULL);
}
static inline int editline_bind_vi_command(EditLine *e, const char *key, const char *command) {
  return el_set(e, EL_BIND, "-a", key, command, NULL);
}
static inline int editline_bind_text(EditLine *e, const char *key, const char *text) {
  return el_set(e, EL_BIND, "-s", key, text, NULL);
}
static inline int editline_bind_vi_command_text(EditLine *e, const char *key, const char *text) {
  return el_set(e, EL_BIND, "-a", "-s", key, text, NULL);
}
static inline int editline_edits(EditLine *e) {
  int edits = 0;
  el_get(e, EL_EDITMODE, &edits);
  return edits;
}
static inline int editline_set_raw(EditLine *e, int raw) { return el_set(e, EL_PREP_TERM, raw); }
static inline int editline_refresh(EditLine *e) { return el_set(e, EL_REFRESH); }

static inline int editline_set_history(EditLine *e, History *h, int size) {
  HistEvent event;
  history(h, &event, H_SETSIZE, size);
  history(h, &event, H_SETUNIQUE, 1);
  return el_set(e, EL_HIST, history, h);
}
static inline int editline_remember(History *h, const char *line) {
  HistEvent event;
  return history(h, &event, H_ENTER, line);
}

// Signals that arrived, one bit each. The handler does nothing else, so it is safe at any moment.
static inline _Atomic unsigned *editline_signal_bits(void) {
  static _Atomic unsigned bits;
  return &bits;
}
static inline void editline_note_signal(int number) {
  atomic_fetch_or(editline_signal_bits(), 1u << number);
}
static inline unsigned editline_noted_signals(void) { return atomic_load(editline_signal_bits()); }
static inline unsigned editline_take_signals(unsigned mask) {
  return atomic_fetch_and(editline_signal_bits(), ~mask) & mask;
}
// Notes a signal from now on, unless it is ignored, as after nohup; without SA_RESTART, so that
// what waits is woken.
static inline int editline_watch_signal(int number, struct sigaction *before) {
  struct sigaction noting = {.sa_handler = editline_note_signal};
  sigemptyset(&noting.sa_mask);
  if (sigaction(number, NULL, before) != 0) return -1;
  if (before->sa_handler == SIG_IGN) return 0;
  return sigaction(number, &noting, NULL);
}

// The terminal as it was before the program, which a crash gives back too. The handler calls only
// what is safe in one: write, tcsetattr, sigaction and raise.
typedef struct {
  struct termios mode;
  struct sigaction before[65];
  int is_saved;
  int is_plain;
} editline_guard;
static inline editline_guard *editline_terminal_guard(void) {
  static editline_guard guard;
  return &guard;
}
static inline void editline_give_terminal_back(int number) {
  static const char end[] = "\033[?2004l\n";
  editline_guard *guard = editline_terminal_guard();
  if (!guard->is_plain && write(STDOUT_FILENO, end, sizeof end - 1) < 0) guard->is_plain = 1;
  tcsetattr(STDIN_FILENO, TCSANOW, &guard->mode);
  sigaction(number, &guard->before[number], NULL);
  raise(number);
}
// Remembers the terminal and watches for what crashes a program; `is_plain` where the terminal
// understands no sequences.
static inline void editline_guard_terminal(int is_plain) {
  static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT};
  editline_guard *guard = editline_terminal_guard();
  guard->is_plain = is_plain;
  if (guard->is_saved || tcgetattr(STDIN_FILENO, &guard->mode) != 0) return;
  guard->is_saved = 1;
  struct sigaction giving_back = {
      .sa_handler = editline_give_terminal_back, .sa_flags = SA_ONSTACK};
  sigemptyset(&giving_back.sa_mask);
  for (unsigned i = 0; i < sizeof crashes / sizeof *crashes; i++)
    sigaction(crashes[i], &giving_back, &guard->before[crashes[i]]);
}

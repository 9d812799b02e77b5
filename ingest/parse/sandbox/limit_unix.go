//go:build unix

package sandbox

import (
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// limitMemory bounds the address space to what the process has now and twice memory more: address
// space is set aside before it is used, and watchMemory sees to what is used. Where it cannot be
// told what it has now, the soft limit of the garbage collector stands alone.
func limitMemory(memory int64) {
	now, _, ok := memoryNow()
	if !ok {
		return
	}
	_ = unix.Setrlimit(unix.RLIMIT_AS, &unix.Rlimit{Cur: uint64(now + 2*memory), Max: unix.RLIM_INFINITY})
}

// memoryNow is the address space of this process and how much of it is in memory, in bytes.
func memoryNow() (space, resident int64, ok bool) {
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, 0, false
	}
	fields := strings.Fields(string(statm))
	if len(fields) < 2 {
		return 0, 0, false
	}
	space, err1 := strconv.ParseInt(fields[0], 10, 64)
	resident, err2 := strconv.ParseInt(fields[1], 10, 64)
	page := int64(os.Getpagesize())
	return space * page, resident * page, err1 == nil && err2 == nil
}

// watchMemory ends the process, as the runtime does when there is no memory left, once more than
// memory bytes are in use.
func watchMemory(memory int64) {
	const every = 20 * time.Millisecond
	time.AfterFunc(every, func() {
		if _, resident, ok := memoryNow(); ok && resident > memory {
			os.Stderr.WriteString("out of memory: more in use than the limit\n")
			os.Exit(4)
		}
		watchMemory(memory)
	})
}

// apart keeps a child out of the terminal's process group: an interrupt is for the parent, who
// decides what becomes of its children.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// killed reports whether a process was killed: by the system, when nobody here did it.
func killed(state *os.ProcessState) bool {
	status, ok := state.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == syscall.SIGKILL
}

// kill ends a child and the programs that it has started.
func kill(cmd *exec.Cmd) { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The registry of studies, as the window may see it: plain values and functions, any thread. Panels include this, not the module.
#include "indicators/registry.h"
#include "indicators/study_spec.h"

package atlas

// Left out: saving what lies on the graphics card while an app on Android sleeps, and the log of it, which takes
// log/slog. Safe, because no browser asks for it: where it takes the graphics away, the page starts the game anew.

type gpuResourcesState struct{}

var theGPUResourcesState gpuResourcesState

func (gpuResourcesState) requestToSaveGPUResources() bool          { return false }
func (gpuResourcesState) isSavingGPUResourcesRequested() bool      { return false }
func (gpuResourcesState) finishSavingGPUResources() bool           { return false }
func (gpuResourcesState) areGPUResourcesSaved() bool               { return false }
func (gpuResourcesState) requestToRestoreGPUResources() bool       { return false }
func (gpuResourcesState) startRestoringGPUResourcesIfNeeded() bool { return false }
